import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { dueOf } from './referral-clock.js';
import { noSuchReferral } from './referral.errors.js';
import { type ReferralStatus } from './referral.js';
import { ReferralRepository, type StoredReferral } from './referral.repository.js';
import { referralView, type ReferralPageView, type ReferralView } from './referral.view.js';

export interface ListReferrals {
  readonly access: Access;
  readonly statuses?: readonly ReferralStatus[];
  readonly ticketId?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Referrals that the caller's offices gave or were asked for. */
@Injectable()
export class ListReferralsQuery {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  async execute({ limit = DEFAULT_PAGE, cursor, ...criteria }: ListReferrals): Promise<Page<ReferralView>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const found = await this.referrals.find({ ...criteria, limit, ...(before !== undefined && { before }) });
    return toPage(
      found,
      limit,
      ({ record }) => [record.id],
      (referral) => this.view(referral),
    );
  }

  /** Without a reach for who has just changed it: an office that declined can no longer read it. */
  async one(id: string, access?: Access): Promise<ReferralPageView> {
    const referral = await this.referrals.get(id, access);
    if (!referral) throw noSuchReferral(id);
    const events = await this.referrals.history(id);
    const history = events.map(({ at, version: _version, ...event }) => ({ at: at.toISOString(), ...event }));
    return { ...this.view(referral), history };
  }

  private view(referral: StoredReferral): ReferralView {
    const { record, ticket } = referral;
    return referralView(referral, dueOf(record, ticket.completeDueAt, this.calendar.working, this.clock.now()));
  }
}
