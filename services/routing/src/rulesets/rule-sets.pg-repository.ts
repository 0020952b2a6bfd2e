import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { RULE_SET, type RuleSet } from '../rules/rule-set.js';
import { instantTaken, noSuchRuleSet } from './rule-set.errors.js';
import { RuleSetRepository } from './rule-sets.repository.js';
import { inForceAt, ruleSetOf, type StoredRuleSet } from './stored-rule-set.js';

interface RuleSetRow {
  version: string;
  status: StoredRuleSet['status'];
  based_on: string | null;
  content: StoredRuleSet['content'];
  drafted_by: string;
  created_at: Date;
  proposed_by: string | null;
  approved_by: string | null;
  effective_from: Date | null;
  published_at: Date | null;
  row_version: number;
}

const COLUMNS = `version, status, based_on, content, drafted_by, created_at, proposed_by, approved_by, effective_from,
  published_at, row_version`;
const GET = `SELECT ${COLUMNS} FROM rule_set WHERE version = $1`;
const LOCK = `${GET} FOR UPDATE`;
const PUBLISHED = `SELECT ${COLUMNS} FROM rule_set WHERE status = 'PUBLISHED'`;
const LIST = `
  SELECT ${COLUMNS} FROM rule_set
  WHERE $2::text IS NULL
    OR (created_at, version) < (SELECT created_at, version FROM rule_set WHERE version = $2)
  ORDER BY created_at DESC, version DESC LIMIT $1`;
const ADD = `
  INSERT INTO rule_set (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`;
const SEED = `
  INSERT INTO rule_set (${COLUMNS}) SELECT $1, $2, $3, $4::jsonb, $5, $6::timestamptz, $7, $8, $9::timestamptz,
    $10::timestamptz, $11::integer
  WHERE NOT EXISTS (SELECT FROM rule_set WHERE status = 'PUBLISHED') ON CONFLICT DO NOTHING`;
const WRITE = `
  UPDATE rule_set SET status = $2, content = $3, proposed_by = $4, approved_by = $5, effective_from = $6,
    published_at = $7, row_version = $8
  WHERE version = $1`;
/** Publications queue here, so that the check for another one at the same instant cannot miss one. */
const NEXT_NETWORK_VERSION = `UPDATE network_version SET version = version + 1`;
const SAME_INSTANT = `SELECT FROM rule_set WHERE status = 'PUBLISHED' AND effective_from = $1 AND version <> $2`;

@Injectable()
export class PgRuleSetRepository extends RuleSetRepository {
  private seen: { readonly networkVersion: number; readonly published: readonly StoredRuleSet[] } | undefined;
  /** The one last handed out, so that its preparation is not paid per decision. */
  private handed: { readonly from: StoredRuleSet; readonly ruleSet: RuleSet } | undefined;

  constructor(private readonly database: Database) {
    super();
  }

  async inForce(at: Date, networkVersion: number): Promise<RuleSet> {
    let seen = this.seen;
    if (seen?.networkVersion !== networkVersion) {
      const rows = await this.database.query<RuleSetRow>(PUBLISHED);
      seen = this.seen = { networkVersion, published: rows.map(toRuleSet) };
    }
    const stored = inForceAt(seen.published, at);
    if (!stored) return RULE_SET;
    if (this.handed?.from !== stored) this.handed = { from: stored, ruleSet: ruleSetOf(stored) };
    return this.handed.ruleSet;
  }

  async list({ limit, after }: { limit: number; after?: string }): Promise<StoredRuleSet[]> {
    return (await this.database.query<RuleSetRow>(LIST, [limit, after ?? null])).map(toRuleSet);
  }

  get(version: string): Promise<StoredRuleSet | undefined> {
    return this.one(GET, version);
  }

  async add(ruleSet: StoredRuleSet): Promise<boolean> {
    return (await this.database.write(ADD, valuesOf(ruleSet))) === 1;
  }

  change(version: string, change: (ruleSet: StoredRuleSet) => StoredRuleSet): Promise<StoredRuleSet> {
    return this.database.transaction(async () => {
      const before = await this.one(LOCK, version);
      if (!before) throw noSuchRuleSet(version);
      const after = change(before);
      if (after.status === 'PUBLISHED') {
        await this.database.write(NEXT_NETWORK_VERSION);
        const others = await this.database.query(SAME_INSTANT, [after.effectiveFrom, version]);
        if (others.length > 0) throw instantTaken();
      }
      await this.database.write(WRITE, changingValuesOf(after));
      return after;
    });
  }

  async seed(ruleSet: StoredRuleSet): Promise<void> {
    await this.database.write(SEED, valuesOf(ruleSet));
  }

  private async one(sql: string, version: string): Promise<StoredRuleSet | undefined> {
    const [row] = await this.database.query<RuleSetRow>(sql, [version]);
    return row && toRuleSet(row);
  }
}

function toRuleSet(row: RuleSetRow): StoredRuleSet {
  return {
    version: row.version,
    status: row.status,
    ...(row.based_on !== null && { basedOn: row.based_on }),
    content: row.content,
    draftedBy: row.drafted_by,
    createdAt: row.created_at,
    ...(row.proposed_by !== null && { proposedBy: row.proposed_by }),
    ...(row.approved_by !== null && { approvedBy: row.approved_by }),
    ...(row.effective_from !== null && { effectiveFrom: row.effective_from }),
    ...(row.published_at !== null && { publishedAt: row.published_at }),
    rowVersion: row.row_version,
  };
}

function valuesOf(ruleSet: StoredRuleSet): unknown[] {
  const { version, status, basedOn, content, draftedBy, createdAt, proposedBy, approvedBy } = ruleSet;
  return [
    ...[version, status, basedOn ?? null, JSON.stringify(content), draftedBy, createdAt],
    ...[proposedBy ?? null, approvedBy ?? null],
    ...[ruleSet.effectiveFrom ?? null, ruleSet.publishedAt ?? null, ruleSet.rowVersion],
  ];
}

function changingValuesOf(ruleSet: StoredRuleSet): unknown[] {
  const { version, status, content, proposedBy, approvedBy, effectiveFrom, publishedAt, rowVersion } = ruleSet;
  return [
    ...[version, status, JSON.stringify(content), proposedBy ?? null, approvedBy ?? null],
    ...[effectiveFrom ?? null, publishedAt ?? null, rowVersion],
  ];
}
