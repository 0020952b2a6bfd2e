import { call } from './http.js';
import type { Localized, Page } from './shapes.js';

export interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly title: Localized;
  readonly body: Localized;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly domain?: string;
  readonly createdAt: string;
  readonly readAt?: string;
}

export interface Inbox extends Page<Notification> {
  readonly unreadCount: number;
}

export const listNotifications = (unread?: boolean, cursor?: string): Promise<Inbox> =>
  call('/notifications', { query: { unread: unread || undefined, limit: 30, cursor } });

export const markRead = (id: string): Promise<unknown> =>
  call(`/notifications/${encodeURIComponent(id)}/read`, { method: 'POST' });

export const markAllRead = (): Promise<unknown> => call('/notifications/read-all', { method: 'POST' });

export const countUnread = async (): Promise<number> =>
  (await call<{ unreadCount: number }>('/notifications/unread-count')).unreadCount;
