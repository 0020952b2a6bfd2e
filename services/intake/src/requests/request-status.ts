export const REQUEST_STATUSES = ['SUBMITTED', 'IN_PROGRESS', 'RETURNED', 'COMPLETED', 'CANCELLED'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const ITEM_STATUSES = [
  /** Part of a package, and its turn has not come. */
  'WAITING',
  'READY',
  'ROUTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'RETURNED',
  'COMPLETED',
  'CANCELLED',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** How far an open item has come by what is known of its ticket; returns and ends are told, not drawn from facts. */
export function itemStatusOf(item: {
  readonly ticket?: object;
  readonly acceptedAt?: Date;
  readonly startedAt?: Date;
}): ItemStatus {
  if (item.startedAt) return 'IN_PROGRESS';
  if (item.acceptedAt) return 'ACCEPTED';
  return item.ticket ? 'ROUTED' : 'READY';
}

const NOT_TAKEN: readonly ItemStatus[] = ['WAITING', 'READY', 'ROUTED', 'CANCELLED'];

/** A request is as far as its items: returned when one is, in progress once an office took one, ended when all are. */
export function requestStatusOf(items: readonly ItemStatus[]): RequestStatus {
  const open = items.filter((status) => status !== 'COMPLETED' && status !== 'CANCELLED');
  if (open.length === 0) return items.includes('COMPLETED') ? 'COMPLETED' : 'CANCELLED';
  if (open.includes('RETURNED')) return 'RETURNED';
  const waiting = items.every((status) => NOT_TAKEN.includes(status));
  return waiting ? 'SUBMITTED' : 'IN_PROGRESS';
}
