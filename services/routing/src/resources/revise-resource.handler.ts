import { Injectable } from '@nestjs/common';
import { Clock, dayOfDate } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { assertVersion, type Access } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { useRefusal } from './bookable.js';
import { BookingNews } from './booking-news.repository.js';
import { noSuchResource } from './resource.errors.js';
import { type FeeRule, type ServiceState } from './resource.js';
import { ResourceRepository } from './resource.repository.js';

export interface ReviseResource {
  readonly id: string;
  readonly access: Access;
  readonly expectedVersion?: number;
  readonly state?: ServiceState;
  readonly calibratedUntil?: string;
  readonly fee?: FeeRule;
}

/**
 * Takes a resource out of service or back, notes a new calibration or fee. What is booked stays booked at its fee; a
 * booking that the new facts do not allow can no longer be confirmed or begun, and who made it is told so.
 */
@Injectable()
export class ReviseResourceHandler {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceRepository,
    private readonly news: BookingNews,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  async execute({ id, access, expectedVersion, ...revision }: ReviseResource): Promise<void> {
    if (revision.calibratedUntil !== undefined) dayOfDate(revision.calibratedUntil);
    return this.database.transaction(async () => {
      const resource = await this.resources.lock(id);
      if (!resource) throw noSuchResource(id);
      access.assertCovers({ institutionId: resource.ownerId });
      assertVersion(expectedVersion, resource.version);
      const told = Object.fromEntries(Object.entries(revision).filter(([, value]) => value !== undefined));
      const revised = { ...resource, ...told, version: resource.version + 1 };
      const at = this.clock.now();
      await this.resources.revise(revised, at);
      if (revision.state === undefined && revision.calibratedUntil === undefined) return;
      await this.news.tellUnusable(revised, (during) => useRefusal(revised, during, this.calendar.working), at);
    });
  }
}
