import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { NotificationRepository } from './notification.repository.js';
import type { Reader } from './reader.js';

/** Reading is personal: colleagues still see as new what one of them has read. */
@Injectable()
export class MarkReadHandler {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found` for a notification of another inbox. */
  async one(reader: Reader, id: string): Promise<void> {
    if (await this.notifications.markRead(reader, id, this.clock.now())) return;
    throw new DomainError('NOTIFICATION.UNKNOWN', 'not_found', { zh: '没有此消息', en: 'No such notification' });
  }

  all(reader: Reader): Promise<void> {
    return this.notifications.markAllRead(reader, this.clock.now());
  }
}
