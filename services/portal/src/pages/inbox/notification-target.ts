import type { Notification } from '../../api/notifications.js';

type Subject = Pick<Notification, 'subjectType' | 'subjectId' | 'domain'>;

/** The page that a notification is about; undefined when there is none of its own. */
export function targetOf({ subjectType, subjectId, domain }: Subject): string | undefined {
  const id = encodeURIComponent(subjectId);
  if (subjectType === 'request') return `/requests/${id}`;
  if (subjectType === 'ticket') return `/tickets/${id}`;
  if (subjectType === 'voucher') return '/vouchers';
  return subjectType === 'job' && domain ? `/jobs/${encodeURIComponent(domain)}/${id}` : undefined;
}
