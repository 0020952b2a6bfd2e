import { Injectable } from '@nestjs/common';
import { Clock, type ServiceDomain } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { TrackRecord } from './past-work.js';
import { PastWorkRepository } from './past-work.repository.js';

const FRESH_MS = 60_000;
const DAY_MS = 86_400_000;
const RECORD_DAYS = 182;
/** Four weeks, which have twenty working days when no holiday falls into them. */
const LATE_DAYS = 28;
const LATE_WORKING_DAYS = 20;

const RECORDS = `
  SELECT institution_id, count(*) FILTER (WHERE sla = 'MET')::integer AS met,
    count(*) FILTER (WHERE sla = 'MISSED')::integer AS missed,
    count(*) FILTER (WHERE ended_at >= $2)::integer AS late
  FROM ticket WHERE status = 'RESOLVED' AND institution_id IS NOT NULL AND ended_at >= $1
  GROUP BY institution_id`;
const EARLIER = `
  SELECT institution_id FROM ticket
  WHERE status = 'RESOLVED' AND institution_id IS NOT NULL AND enterprise_uscc = $1 AND domain = $2
  ORDER BY ended_at DESC, id LIMIT 1`;

interface RecordRow {
  institution_id: string;
  met: number;
  missed: number;
  late: number;
}

@Injectable()
export class PgPastWorkRepository extends PastWorkRepository {
  private seen: ReadonlyMap<string, TrackRecord> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async records(): Promise<ReadonlyMap<string, TrackRecord>> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.readAt) < FRESH_MS) return this.seen;
    const since = (days: number) => new Date(now - days * DAY_MS);
    const rows = await this.database.query<RecordRow>(RECORDS, [since(RECORD_DAYS), since(LATE_DAYS)]);
    this.seen = new Map(
      rows.map(({ institution_id, met, missed, late }) => [
        institution_id,
        { met, missed, finishedPerDay: late / LATE_WORKING_DAYS },
      ]),
    );
    this.readAt = now;
    return this.seen;
  }

  async earlierInstitution(enterpriseUscc: string, domain: ServiceDomain): Promise<string | undefined> {
    const [row] = await this.database.query<{ institution_id: string }>(EARLIER, [enterpriseUscc, domain]);
    return row?.institution_id;
  }
}
