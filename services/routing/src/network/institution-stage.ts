/** Where an institution stands on its way into the service system and out of it (DOMAIN section 6). */
export const STAGES = [
  'APPLY',
  'DOC_CHECK',
  'SITE_CHECK',
  'APPROVED',
  'ONLINE',
  'SUSPENDED',
  'REINSTATED',
  'REMOVED',
] as const;
export type Stage = (typeof STAGES)[number];

/** Only these are candidates of the router. */
export const isServing = (stage: Stage): boolean => stage === 'ONLINE' || stage === 'REINSTATED';

/** Known to everybody: it serves, or does not for a time. Applications and who has left are its own and the offices'. */
export const isOnRegister = (stage: Stage): boolean => isServing(stage) || stage === 'SUSPENDED';
