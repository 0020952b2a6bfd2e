import { createHash } from 'node:crypto';

/** What the first record of a chain builds on. */
export const CHAIN_START = createHash('sha256').update('nqi audit trail').digest();

/** Hash of a record: over the one before it, its place and its text. `audit_append` in SQL says the same. */
export const linkOf = (previous: Buffer, seq: string, content: string): Buffer =>
  createHash('sha256').update(previous).update(`${seq}\n`).update(content).digest();

export interface ChainLink {
  readonly seq: string;
  readonly content: string;
  readonly hash: Buffer;
}

/** A head of the chain as it was written down on a day. */
export interface ChainAnchor {
  readonly day: string;
  readonly seq: string;
  readonly hash: string;
}

export interface ChainVerdict {
  readonly records: number;
  readonly head: string;
  /** One line per thing that is not as it was written. */
  readonly faults: readonly string[];
}

/** Walks a chain from its first record: every hash, every place, and every anchor must fit. */
export class ChainWalk {
  private previous: Buffer = CHAIN_START;
  private records = 0;
  private readonly faults: string[] = [];
  private readonly anchorsAt = new Map<string, ChainAnchor[]>();

  constructor(anchors: readonly ChainAnchor[]) {
    for (const anchor of anchors) this.anchorsAt.set(anchor.seq, [...(this.anchorsAt.get(anchor.seq) ?? []), anchor]);
  }

  step({ seq, content, hash }: ChainLink): void {
    this.records += 1;
    if (seq !== String(this.records)) this.faults.push(`record ${this.records} is missing: ${seq} stands in its place`);
    if (!linkOf(this.previous, seq, content).equals(hash)) this.faults.push(`record ${seq} is not what was written`);
    // From here on the stored hash counts, so that one changed record is one fault and not all that follow.
    this.previous = hash;
    this.records = Number(seq);
    for (const anchor of this.anchorsAt.get(seq) ?? []) {
      if (anchor.hash !== hash.toString('hex')) this.faults.push(`record ${seq} is not what ${anchor.day} anchored`);
    }
    this.anchorsAt.delete(seq);
  }

  end(): ChainVerdict {
    for (const anchor of [...this.anchorsAt.values()].flat())
      this.faults.push(`record ${anchor.seq}, anchored on ${anchor.day}, is gone`);
    return { records: this.records, head: this.previous.toString('hex'), faults: this.faults };
  }
}
