import type { ServiceRequest } from '../../api/requests.js';

export const STAGES = ['filed', 'accepted', 'working', 'completed', 'rated'] as const;

/** Index of the stage that a request is in; one past the end when all is done. */
export function stageOf({ status, rating, items }: Pick<ServiceRequest, 'status' | 'rating' | 'items'>): number {
  if (status === 'COMPLETED') return rating ? STAGES.length : STAGES.indexOf('rated');
  const started = items.some((item) => item.status === 'IN_PROGRESS' || item.status === 'COMPLETED');
  if (started) return STAGES.indexOf('completed');
  const accepted = items.some((item) => item.status === 'ACCEPTED');
  return STAGES.indexOf(accepted ? 'working' : 'accepted');
}
