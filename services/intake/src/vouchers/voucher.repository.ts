import type { Access, Page } from '@nqi/platform';
import type { VoucherStatus, VoucherStep } from './voucher-state.js';
import type { Programme } from './programme.js';
import type { Voucher, VoucherRecord } from './voucher.js';

export interface VoucherFilter {
  readonly statuses?: readonly VoucherStatus[];
  readonly programmeId?: string;
  readonly itemId?: string;
}

export interface RecordedStep {
  readonly at: Date;
  readonly step: VoucherStep;
  readonly actor: string;
  readonly note?: string;
}

/** What of a programme goes with each of its vouchers. */
export type VoucherTerms = Pick<
  Programme,
  'name' | 'kind' | 'sharePercent' | 'capFen' | 'domains' | 'serviceCodes' | 'firstDay' | 'lastDay'
>;

export interface StoredVoucher {
  readonly voucher: VoucherRecord;
  readonly terms: VoucherTerms;
  /** Readable number of the request whose item it pays for. */
  readonly requestNo?: string;
  readonly requestId?: string;
  /** Who performs that item. */
  readonly nodePath?: string;
  readonly institutionId?: string;
  readonly institutionName?: string;
}

/** Every change stores the voucher, its step, its event and what its programme has committed, all or nothing. */
export abstract class VoucherRepository {
  /** False, and nothing stored, when the programme's budget does not allow it. */
  abstract grant(voucher: Voucher): Promise<boolean>;

  /** Throws `not_found` when there is none, or none within the caller's reach. */
  abstract update(id: string, access: Access, change: (voucher: Voucher, terms: VoucherTerms) => void): Promise<void>;

  /** Changes the vouchers that are locked to these items. */
  abstract updateLocked(itemIds: readonly string[], change: (voucher: Voucher) => void): Promise<void>;

  /** Whether a voucher is tied to the item. */
  abstract isTaken(itemId: string): Promise<boolean>;

  /** Lets up to `limit` granted vouchers expire; two replicas share the work. */
  abstract expire(now: Date, limit: number): Promise<number>;

  /** Tells of up to `limit` granted vouchers that end soon, of each once. */
  abstract remind(now: Date, limit: number): Promise<number>;

  /** Newest first; row scope in the query. */
  abstract list(filter: VoucherFilter, access: Access, limit: number, cursor?: string): Promise<Page<StoredVoucher>>;

  abstract find(id: string, access: Access): Promise<StoredVoucher | undefined>;

  /** Oldest first. */
  abstract steps(id: string): Promise<RecordedStep[]>;
}
