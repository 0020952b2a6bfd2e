import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { Loads } from './decision.js';
import { LoadRepository } from './loads.repository.js';

const FRESH_MS = 2_000;
const OPEN_TICKETS = `
  SELECT institution_id, count(*)::integer AS open FROM ticket
  WHERE status NOT IN ('RESOLVED', 'CANCELLED') AND institution_id IS NOT NULL GROUP BY institution_id`;

@Injectable()
export class PgLoadRepository extends LoadRepository {
  private loads = new Map<string, number>();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async lastSeen(): Promise<Loads> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.readAt) < FRESH_MS) return this.loads;
    const rows = await this.database.query<{ institution_id: string; open: number }>(OPEN_TICKETS);
    this.loads = new Map(rows.map(({ institution_id, open }) => [institution_id, open]));
    this.readAt = now;
    return this.loads;
  }

  added(institutionId: string): void {
    this.loads.set(institutionId, (this.loads.get(institutionId) ?? 0) + 1);
  }
}
