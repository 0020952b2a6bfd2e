import type { Access } from '@nqi/platform';
import type { Asked } from './province-link.js';
import type { Handover, HandoverState } from './handover.js';
import type { ProvinceStatus, ProvinceWord, WordOutcome } from './province-word.js';

export const CHANNELS = ['CALLBACK', 'POLL'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A word as it came in. */
export interface HeardWord {
  readonly messageId: string;
  readonly channel: Channel;
  readonly word: ProvinceWord;
}

export interface LoggedWord {
  readonly messageId: string;
  readonly channel: Channel;
  readonly sequence: number;
  readonly status: ProvinceStatus;
  readonly heardAt: Date;
  readonly outcome: WordOutcome;
  readonly body: ProvinceWord;
}

export interface ListedHandover extends Handover {
  readonly ticketNo: string;
  readonly enterpriseName: string;
  /** Messages about it that the province has not taken yet. */
  readonly untold: number;
}

export interface HandoverCriteria {
  readonly access: Access;
  readonly state?: HandoverState;
  readonly limit: number;
  readonly after?: { readonly at: Date; readonly id: string };
}

/** Stays of tickets with the platform of the province, and every word that came of them. */
export abstract class HandoverRepository {
  /** Keeps a word once, its ticket being locked; answers what became of it when the message is known, throws `conflict` when it said another thing. */
  abstract keep(heard: HeardWord, at: Date): Promise<WordOutcome | undefined>;

  /** Locks the ticket and reads the handover; throws `not_found` when there is no such ticket. */
  abstract lock(ticketId: string, version: number): Promise<Handover | undefined>;

  /** Writes what became of a word, and, when it was followed, how far the handover has come. */
  abstract settle(heard: HeardWord, handover: Handover | undefined, outcome: WordOutcome, at: Date): Promise<void>;

  /** Takes the handovers of which nothing was heard, nor asked, since then: nobody else asks for them meanwhile. */
  abstract takeSilent(since: Date, now: Date, limit: number): Promise<Asked[]>;

  /** The latest first, one more than `limit` when there are more. */
  abstract find(criteria: HandoverCriteria): Promise<ListedHandover[]>;

  abstract get(id: string, access: Access): Promise<ListedHandover | undefined>;

  /** Oldest first. */
  abstract words(ticketId: string, version: number): Promise<LoggedWord[]>;
}
