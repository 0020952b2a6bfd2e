import type { ItemStatus, ServiceRequest } from '../../api/requests.js';

export const STAGES = ['filed', 'accepted', 'working', 'completed', 'rated'] as const;

/** Items that an office has taken on. */
const TAKEN: readonly ItemStatus[] = ['ACCEPTED', 'IN_PROGRESS', 'COMPLETED'];

/** Index of the stage that is under way; one past the end when all is done. */
export function stageOf({ status, rating, items }: Pick<ServiceRequest, 'status' | 'rating' | 'items'>): number {
  if (status === 'COMPLETED') return rating ? STAGES.length : STAGES.indexOf('rated');
  const taken = items.some((item) => TAKEN.includes(item.status));
  return STAGES.indexOf(taken ? 'working' : 'accepted');
}
