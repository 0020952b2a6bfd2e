import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import {
  NetworkHistoryRepository,
  type MemberChange,
  type MemberKind,
  type StoredChange,
} from './network-history.repository.js';
import type { Network } from './network.js';
import { NetworkRepository } from './network.repository.js';

const LOCK = `SELECT version FROM network_version FOR UPDATE`;
const VERSION: Readonly<Record<MemberKind, string>> = {
  NODE: `SELECT row_version FROM service_node WHERE code = $1`,
  INSTITUTION: `SELECT row_version FROM institution WHERE id = $1`,
};
const NEXT: Readonly<Record<MemberKind, string>> = {
  NODE: `UPDATE service_node SET row_version = row_version + 1 WHERE code = $1`,
  INSTITUTION: `UPDATE institution SET row_version = row_version + 1 WHERE id = $1`,
};
const RECORD = `
  INSERT INTO network_change
    (member_kind, member_code, version, network_version, changed_at, actor, action, reason, before, after)
  VALUES ($1, $2, $3, (SELECT version FROM network_version), $4, $5, $6, $7, $8, $9)`;
const HISTORY = `
  SELECT version, network_version, changed_at, actor, action, reason, before, after FROM network_change
  WHERE member_kind = $1 AND member_code = $2 AND version < coalesce($3::int, 2147483647)
  ORDER BY version DESC LIMIT $4`;
const EDITED = `SELECT DISTINCT member_code FROM network_change`;
const VIEWS_FOLLOW = `
  UPDATE queue_view v SET node_path = n.path FROM service_node n
  WHERE n.code = ANY($1::text[]) AND n.code = substring(v.node_path FROM '[^/]+$') AND v.node_path <> n.path`;
const FOLLOW = `
  UPDATE ticket t SET node_path = n.path FROM service_node n
  WHERE n.code = t.node_code AND n.code = ANY($1::text[]) AND t.node_path <> n.path`;

interface ChangeRow {
  version: number;
  network_version: string;
  changed_at: Date;
  actor: string;
  action: string;
  reason: string | null;
  before: object | null;
  after: object;
}

@Injectable()
export class PgNetworkHistoryRepository extends NetworkHistoryRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {
    super();
  }

  async lock(): Promise<Network> {
    await this.database.query(LOCK);
    return this.networks.current();
  }

  async version(kind: MemberKind, code: string): Promise<number | undefined> {
    const [row] = await this.database.query<{ row_version: number }>(VERSION[kind], [code]);
    return row?.row_version;
  }

  async record(changes: readonly MemberChange[]): Promise<void> {
    for (const { kind, code, at, actor, action, reason, before, after } of changes) {
      if (before) await this.database.write(NEXT[kind], [code]);
      const version = await this.version(kind, code);
      const states = [before === undefined ? null : JSON.stringify(before), JSON.stringify(after)];
      await this.database.write(RECORD, [kind, code, version, at, actor, action, reason ?? null, ...states]);
    }
  }

  async history(kind: MemberKind, code: string, before: number | undefined, limit: number): Promise<StoredChange[]> {
    const rows = await this.database.query<ChangeRow>(HISTORY, [kind, code, before ?? null, limit + 1]);
    return rows.map((row) => ({
      kind,
      code,
      version: row.version,
      networkVersion: Number(row.network_version),
      at: row.changed_at,
      actor: row.actor,
      action: row.action,
      ...(row.reason !== null && { reason: row.reason }),
      ...(row.before !== null && { before: row.before }),
      after: row.after,
    }));
  }

  async edited(): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ member_code: string }>(EDITED);
    return new Set(rows.map(({ member_code: code }) => code));
  }

  async followMoves(codes: readonly string[]): Promise<void> {
    await this.database.write(FOLLOW, [codes]);
    await this.database.write(VIEWS_FOLLOW, [codes]);
  }
}
