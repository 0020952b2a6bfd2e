import type { Network } from './network.js';

export type MemberKind = 'NODE' | 'INSTITUTION';

/** One change of one member of the service system, as it was and as it became. */
export interface MemberChange {
  readonly kind: MemberKind;
  readonly code: string;
  readonly at: Date;
  /** Account of whoever did it. */
  readonly actor: string;
  readonly action: string;
  readonly reason?: string;
  readonly before?: object;
  readonly after: object;
}

export interface StoredChange extends MemberChange {
  readonly version: number;
  readonly networkVersion: number;
}

/** Who changed what of the service system, and the version of each of its members. */
export abstract class NetworkHistoryRepository {
  /** The newest network, kept from being changed by others until the transaction ends. */
  abstract lock(): Promise<Network>;

  /** Undefined when there is no such member. */
  abstract version(kind: MemberKind, code: string): Promise<number | undefined>;

  /** Writes lines of history beside what was saved in the same transaction. A member that is new keeps version 1. */
  abstract record(changes: readonly MemberChange[]): Promise<void>;

  /** Newest first, those before a version; one more than the limit when there are more. */
  abstract history(kind: MemberKind, code: string, before: number | undefined, limit: number): Promise<StoredChange[]>;

  /** Members that people have edited: reference data does not overwrite them. */
  abstract edited(): Promise<ReadonlySet<string>>;

  /** Tickets and kept filters of moved offices follow them, so that those above keep seeing them. */
  abstract followMoves(codes: readonly string[]): Promise<void>;
}
