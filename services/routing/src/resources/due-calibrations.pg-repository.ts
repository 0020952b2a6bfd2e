import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import type { Fired } from '../due/due-rows.repository.js';
import { fireEach } from '../due/fire-each.pg-repository.js';
import { useRefusal } from './bookable.js';
import { BookingNews } from './booking-news.repository.js';
import { DueCalibrations } from './due-calibrations.repository.js';
import { statusOf } from './resource.js';
import { ResourceRepository } from './resource.repository.js';

const CLAIM = `
  SELECT id FROM shared_resource WHERE calibration_due_at <= $1 AND id <> ALL($2::uuid[])
  ORDER BY calibration_due_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
const TOLD = `UPDATE shared_resource SET calibration_due_at = NULL WHERE id = $1`;
const NEXT_DUE = `
  SELECT calibration_due_at AS due_at FROM shared_resource WHERE calibration_due_at IS NOT NULL
  ORDER BY calibration_due_at LIMIT 1`;

@Injectable()
export class PgDueCalibrations extends DueCalibrations {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceRepository,
    private readonly news: BookingNews,
    private readonly calendar: PublishedCalendar,
  ) {
    super();
  }

  fireDue(now: Date, limit: number): Promise<Fired> {
    return fireEach(this.database, limit, {
      claim: async (failed) => (await this.database.query<{ id: string }>(CLAIM, [now, failed]))[0]?.id,
      fire: (id) => this.fire(id, now),
    });
  }

  async nextDue(): Promise<Date | undefined> {
    return (await this.database.query<{ due_at: Date }>(NEXT_DUE))[0]?.due_at;
  }

  private async fire(id: string, now: Date): Promise<void> {
    await this.database.write(TOLD, [id]);
    const resource = await this.resources.get(id);
    const until = resource?.calibratedUntil;
    if (!resource || until === undefined || statusOf(resource, now) === 'RETIRED') return;
    await this.news.tellCalibrationEnded(resource, until, now);
    await this.news.tellUnusable(resource, (during) => useRefusal(resource, during, this.calendar.working), now);
  }
}
