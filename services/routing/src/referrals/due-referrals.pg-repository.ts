import { Injectable } from '@nestjs/common';
import { failpoint } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import type { Fired } from '../due/due-rows.repository.js';
import { fireEach } from '../due/fire-each.pg-repository.js';
import { NetworkRepository } from '../network/network.repository.js';
import { DueReferrals } from './due-referrals.repository.js';
import { canTake } from './referral-candidates.js';
import { nextTurn } from './referral-clock.js';
import { ReferralRepository } from './referral.repository.js';

const CLAIM = `
  SELECT id FROM referral WHERE due_at <= $1 AND id <> ALL($2::uuid[])
  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
const NEXT_DUE = `SELECT due_at FROM referral WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1`;

@Injectable()
export class PgDueReferrals extends DueReferrals {
  constructor(
    private readonly database: Database,
    private readonly referrals: ReferralRepository,
    private readonly networks: NetworkRepository,
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

  /** The due time is derived anew: the ticket's may have moved on since it was written. */
  private async fire(id: string, now: Date): Promise<void> {
    const network = await this.networks.current();
    await this.referrals.update(id, (referral, { ticket: { completeDueAt, ownerCode, domain } }) => {
      const turn = nextTurn(referral.snapshot(), completeDueAt, this.calendar.working);
      const owner = network.requireNode(ownerCode);
      referral.comeDue(turn, now, (code) => {
        const candidate = network.node(code);
        return candidate !== undefined && canTake(candidate, owner, domain);
      });
    });
    failpoint('routing.referral-due-before-commit');
  }
}
