import { can, type Ability, type Role } from '../../api/roles.js';
import type { Rectification } from '../../api/rectifications.js';

const ASKED_OF: Readonly<Record<string, Ability>> = {
  're-rate': 'rate',
  uphold: 'rectification-decide',
  dismiss: 'rectification-decide',
};

/** The steps that the state allows and the caller's roles may take; the service decides anew. */
export const stepsFor = ({ steps, cause }: Rectification, roles: readonly Role[]): readonly string[] =>
  steps.filter(
    (step) => can(roles, ASKED_OF[step] ?? 'rectification-work') && (step !== 'appeal' || cause === 'bad-rating'),
  );
