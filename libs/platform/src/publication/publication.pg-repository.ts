import type { Publication, PublicationErrors } from '@nqi/kernel';
import type { Database } from '@nqi/persistence';
import { PublicationRepository, type PublicationRecord } from './publication.repository.js';

interface RecordRow {
  version: string;
  status: PublicationRecord['status'];
  based_on: string | null;
  drafted_by: string;
  created_at: Date;
  proposed_by: string | null;
  approved_by: string | null;
  effective_from: Date | null;
  published_at: Date | null;
  row_version: number;
}

interface PublicationRow<Content> extends RecordRow {
  content: Content;
}

const RECORD = `version, status, based_on, drafted_by, created_at, proposed_by, approved_by, effective_from,
  published_at, row_version`;
const COLUMNS = `${RECORD}, content`;

const statementsOf = (table: string) => ({
  get: `SELECT ${COLUMNS} FROM ${table} WHERE version = $1`,
  lock: `SELECT ${COLUMNS} FROM ${table} WHERE version = $1 FOR UPDATE`,
  published: `SELECT ${COLUMNS} FROM ${table} WHERE status = 'PUBLISHED'`,
  list: `
    SELECT ${RECORD} FROM ${table}
    WHERE $2::text IS NULL
      OR (created_at, version) < (SELECT created_at, version FROM ${table} WHERE version = $2)
    ORDER BY created_at DESC, version DESC LIMIT $1`,
  add: `
    INSERT INTO ${table} (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
  seed: `
    INSERT INTO ${table} (${COLUMNS}) SELECT $1, $2, $3, $4, $5::timestamptz, $6, $7, $8::timestamptz,
      $9::timestamptz, $10::integer, $11::json
    WHERE NOT EXISTS (SELECT FROM ${table} WHERE status = 'PUBLISHED') ON CONFLICT DO NOTHING`,
  write: `
    UPDATE ${table} SET status = $2, content = $3, proposed_by = $4, approved_by = $5, effective_from = $6,
      published_at = $7, row_version = $8
    WHERE version = $1`,
  sameInstant: `SELECT FROM ${table} WHERE status = 'PUBLISHED' AND effective_from = $1 AND version <> $2`,
});

/** Publications in a table of their own; all such tables have the same columns. */
export abstract class PgPublicationRepository<Content> extends PublicationRepository<Content> {
  private readonly sql: ReturnType<typeof statementsOf>;

  constructor(
    protected readonly database: Database,
    table: string,
    private readonly errors: PublicationErrors,
  ) {
    super();
    this.sql = statementsOf(table);
  }

  async list({ limit, after }: { limit: number; after?: string }): Promise<PublicationRecord[]> {
    const rows = await this.database.query<RecordRow>(this.sql.list, [limit, after ?? null]);
    return rows.map(toRecord);
  }

  get(version: string): Promise<Publication<Content> | undefined> {
    return this.one(this.sql.get, version);
  }

  async add(publication: Publication<Content>): Promise<boolean> {
    return (await this.database.write(this.sql.add, valuesOf(publication))) === 1;
  }

  change(
    version: string,
    change: (publication: Publication<Content>) => Publication<Content>,
  ): Promise<Publication<Content>> {
    return this.database.transaction(async () => {
      const before = await this.one(this.sql.lock, version);
      if (!before) throw this.errors.unknown(version);
      const after = change(before);
      if (after.status === 'PUBLISHED') {
        await this.beforePublishing();
        const others = await this.database.query(this.sql.sameInstant, [after.effectiveFrom, version]);
        if (others.length > 0) throw this.errors.instantTaken();
        await this.onPublished(after);
      }
      await this.database.write(this.sql.write, changingValuesOf(after));
      return after;
    });
  }

  async seed(publication: Publication<Content>): Promise<void> {
    await this.database.write(this.sql.seed, valuesOf(publication));
  }

  /** All that are published, in no order. */
  protected async published(): Promise<Publication<Content>[]> {
    const rows = await this.database.query<PublicationRow<Content>>(this.sql.published);
    return rows.map((row) => this.toPublication(row));
  }

  /** Takes a lock that publications queue for, so that the check for another one at the same instant cannot miss one. */
  protected abstract beforePublishing(): Promise<void>;

  /** What else a publication does, in its transaction. */
  protected onPublished(_publication: Publication<Content>): Promise<void> {
    return Promise.resolve();
  }

  /** What is read of a content that was stored before fields were added to its kind. */
  protected completed(content: Content): Content {
    return content;
  }

  private async one(sql: string, version: string): Promise<Publication<Content> | undefined> {
    const [row] = await this.database.query<PublicationRow<Content>>(sql, [version]);
    return row && this.toPublication(row);
  }

  private toPublication(row: PublicationRow<Content>): Publication<Content> {
    return { ...toRecord(row), content: this.completed(row.content) };
  }
}

function toRecord(row: RecordRow): PublicationRecord {
  return {
    version: row.version,
    status: row.status,
    ...(row.based_on !== null && { basedOn: row.based_on }),
    draftedBy: row.drafted_by,
    createdAt: row.created_at,
    ...(row.proposed_by !== null && { proposedBy: row.proposed_by }),
    ...(row.approved_by !== null && { approvedBy: row.approved_by }),
    ...(row.effective_from !== null && { effectiveFrom: row.effective_from }),
    ...(row.published_at !== null && { publishedAt: row.published_at }),
    rowVersion: row.row_version,
  };
}

function valuesOf(publication: Publication<unknown>): unknown[] {
  const { version, status, basedOn, content, draftedBy, createdAt, proposedBy, approvedBy } = publication;
  return [
    ...[version, status, basedOn ?? null, draftedBy, createdAt],
    ...[proposedBy ?? null, approvedBy ?? null, publication.effectiveFrom ?? null, publication.publishedAt ?? null],
    ...[publication.rowVersion, JSON.stringify(content)],
  ];
}

function changingValuesOf(publication: Publication<unknown>): unknown[] {
  const { version, status, content, proposedBy, approvedBy, effectiveFrom, publishedAt, rowVersion } = publication;
  return [
    ...[version, status, JSON.stringify(content), proposedBy ?? null, approvedBy ?? null],
    ...[effectiveFrom ?? null, publishedAt ?? null, rowVersion],
  ];
}
