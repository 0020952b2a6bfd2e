import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { LiveUpdates } from '@nqi/platform';
import type { Happening } from '../happenings/happening.js';
import { isOfficePath } from '../happenings/office-path.js';
import { notificationsOf, type Notification } from './notification.js';
import { NotificationRepository } from './notification.repository.js';
import { pageUpdatesOf } from './page-update.js';

/** Writes a happening into the inboxes it belongs to and, once that is durable, tells open pages to look again. */
@Injectable()
export class AnnounceHandler {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly database: Database,
    private readonly live: LiveUpdates,
  ) {}

  async execute(happening: Happening): Promise<void> {
    await this.database.gather(this.announce, happening);
  }

  private readonly announce = async (happenings: readonly Happening[]): Promise<void> => {
    const notifications = happenings.map(notificationsOf);
    const ids = (await this.notifications.add(notifications.flat())).values();
    for (const [index, happening] of happenings.entries()) {
      for (const notification of notifications[index] ?? []) {
        const id = ids.next().value;
        if (id) this.push(happening, { ...audienceOf(notification), subject: 'notification', id });
      }
      for (const update of pageUpdatesOf(happening)) this.push(happening, update);
    }
  };

  private push({ type }: Happening, { subject, id, ...audience }: ReturnType<typeof pageUpdatesOf>[number]): void {
    this.database.afterCommit(() => this.live.publish({ audience, subject, id, cause: type }));
  }
}

const audienceOf = ({ audience }: Notification) =>
  isOfficePath(audience) ? { nodePath: audience } : { organizationId: audience };
