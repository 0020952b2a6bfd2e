import { Injectable } from '@nestjs/common';
import { LiveUpdates } from '@nqi/platform';
import { Database } from '@nqi/persistence';
import { ProgressAnnouncer } from './progress.announcer.js';

@Injectable()
export class RedisProgressAnnouncer extends ProgressAnnouncer {
  constructor(
    private readonly database: Database,
    private readonly liveUpdates: LiveUpdates,
  ) {
    super();
  }

  changed(requestId: string, enterpriseUscc: string, cause: string): void {
    const update = { audience: { organizationId: enterpriseUscc }, subject: 'request', id: requestId, cause };
    this.database.afterCommit(() => this.liveUpdates.publish(update));
  }
}
