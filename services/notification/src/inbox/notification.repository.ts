import type { Notification } from './notification.js';
import type { Reader } from './reader.js';

export abstract class NotificationRepository {
  /** Adds what is new; the id of each in its place, none for what its audience was told already. */
  abstract add(notifications: readonly Notification[]): Promise<(string | undefined)[]>;

  /** Marks one as read by this person. False when it is not in the reader's inbox; reading twice is no failure. */
  abstract markRead(reader: Reader, id: string, at: Date): Promise<boolean>;

  abstract markAllRead(reader: Reader, at: Date): Promise<void>;
}
