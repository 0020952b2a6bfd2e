import type { Notification } from '../../api/notifications.js';

const PAGES: Readonly<Record<string, string>> = { request: '/requests/', ticket: '/tickets/' };

/** The page that a notification is about; undefined when there is none of its own. */
export function targetOf({
  subjectType,
  subjectId,
}: Pick<Notification, 'subjectType' | 'subjectId'>): string | undefined {
  const page = PAGES[subjectType];
  return page && `${page}${encodeURIComponent(subjectId)}`;
}
