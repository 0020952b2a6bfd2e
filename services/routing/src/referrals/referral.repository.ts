import type { LocalizedText, ServiceDomain } from '@nqi/kernel';
import type { Access } from '@nqi/platform';
import type { Referral, ReferralEvent, ReferralRecord, ReferralStatus } from './referral.js';

/** What the ticket behind a referral tells: enough for the partner to work, nothing of its enterprise's contact. */
export interface ReferredTicket {
  readonly ticketNo: string;
  readonly serviceCode: string;
  readonly domain: ServiceDomain;
  readonly serviceName: LocalizedText;
  readonly enterpriseName: string;
  readonly ownerCode: string;
  readonly ownerPath: string;
  readonly completeDueAt: Date;
}

export interface StoredReferral {
  readonly record: ReferralRecord;
  readonly ticket: ReferredTicket;
  /** Where the partner hangs in the tree. */
  readonly partnerPath?: string;
}

export interface ReferralCriteria {
  readonly access: Access;
  readonly statuses?: readonly ReferralStatus[];
  readonly ticketId?: string;
  /** Id before which the page begins; ids rise with time. */
  readonly before?: string;
  readonly limit: number;
}

/** Where referrals are kept. Owner and, once asked, partner can read one. */
export abstract class ReferralRepository {
  abstract add(referral: Referral): Promise<void>;

  /** Changes one under its row lock, with its history in the same transaction; `not_found` when there is none. */
  abstract update(id: string, change: (referral: Referral, stored: StoredReferral) => void): Promise<void>;

  /** The newest first; one more than the limit, when there are more. */
  abstract find(criteria: ReferralCriteria): Promise<StoredReferral[]>;

  /** Within the reach, if one is given. */
  abstract get(id: string, access?: Access): Promise<StoredReferral | undefined>;

  /** Ids of a ticket's referrals, always in the same order. */
  abstract ofTicket(ticketId: string): Promise<string[]>;

  /** Oldest first. */
  abstract history(id: string): Promise<ReferralEvent[]>;

  /** The office and domain of an accepted, unfinished ticket within reach, which stays so until the transaction ends. */
  abstract holdTicket(
    ticketId: string,
    access: Access,
  ): Promise<{ nodeCode: string; domain: ServiceDomain } | undefined>;
}
