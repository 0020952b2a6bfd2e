import { Inject, Injectable } from '@nestjs/common';
import { fromTimestamp, type NetworkChanged } from '@nqi/contracts';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { BackgroundRunner } from '../background-runner.js';
import type { OfficeColumn } from './office-columns.js';

export const OFFICE_COLUMNS = Symbol('office columns');

const BATCH = 1_000;
const POLL_MS = 5_000;
/** Writers that began before the move was noted have ended after this; only then are the rows looked for no more. */
const SETTLE_MS = 60_000;
const LOOK_AGAIN_MS = 10_000;

const NOTE = `
  INSERT INTO office_move AS m (code, path, old_paths, moved_at, noted_at, due_at)
  VALUES ($1, $2, ARRAY[$3::text], $4, $5, $5)
  ON CONFLICT (code) DO UPDATE SET path = excluded.path, moved_at = excluded.moved_at, noted_at = excluded.noted_at,
    due_at = excluded.due_at, old_paths = array_remove(m.old_paths || m.path || excluded.old_paths, excluded.path)
  WHERE m.moved_at < excluded.moved_at`;
const CLAIM = `
  SELECT code, path, old_paths AS "oldPaths", noted_at AS "notedAt" FROM office_move WHERE due_at <= $1
  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
const NEXT = `UPDATE office_move SET due_at = $2 WHERE code = $1`;

interface Move {
  readonly code: string;
  readonly path: string;
  readonly oldPaths: string[];
  readonly notedAt: Date;
}

/**
 * Keeps a service's copies of offices' paths right: notes each move, and moves the rows that were written before, in
 * bounded batches of a transaction each. A repeated or older event changes nothing; replicas share the work.
 */
@Injectable()
export class OfficeMoves extends BackgroundRunner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(OFFICE_COLUMNS) private readonly columns: readonly OfficeColumn[],
  ) {
    super({ name: 'office moves', retryMs: POLL_MS, clock });
  }

  /** To be called for every NetworkChanged, in the transaction that handles it. */
  async note({ code, path, previousPath, changedAt }: NetworkChanged): Promise<void> {
    if (previousPath === '') return;
    await this.database.write(NOTE, [code, path, previousPath, fromTimestamp(changedAt), this.clock.now()]);
    this.database.afterCommit(() => this.loop.wake());
  }

  protected override async pass(): Promise<number> {
    const now = this.clock.now();
    const found = await this.database.transaction(async () => {
      const [move] = await this.database.query<Move & Record<string, unknown>>(CLAIM, [now]);
      if (move) await this.follow(move, now);
      return move !== undefined;
    });
    return found ? 0 : POLL_MS;
  }

  private async follow({ code, path, oldPaths, notedAt }: Move, now: Date): Promise<void> {
    let moved = 0;
    for (const { table, column } of this.columns) {
      moved += await this.database.write(
        `UPDATE ${table} SET ${column} = $1
         WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${column} = ANY($2::text[]) LIMIT ${BATCH} FOR UPDATE))`,
        [path, oldPaths],
      );
    }
    const isSettled = now.getTime() - notedAt.getTime() >= SETTLE_MS;
    const again = moved > 0 ? now : isSettled ? null : new Date(now.getTime() + LOOK_AGAIN_MS);
    await this.database.write(NEXT, [code, again]);
  }
}
