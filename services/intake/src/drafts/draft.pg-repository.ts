import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { FieldCipher, assertVersion } from '@nqi/platform';
import { MOST_DRAFTS, tooManyDrafts, unknownDraft, type Draft, type DraftHead, type DraftOwner } from './draft.js';
import { DraftRepository, type SaveDraft } from './draft.repository.js';
import { draftPlace } from './sealed-drafts.js';

const HEAD = `id, title, version, updated_at AS "updatedAt"`;
const OWNED = `organization_id = $1 AND user_id = $2`;
const LIST = `SELECT ${HEAD} FROM draft WHERE ${OWNED} ORDER BY updated_at DESC, id LIMIT ${MOST_DRAFTS}`;
const FIND = `SELECT ${HEAD}, content FROM draft WHERE ${OWNED} AND id = $3`;
/** One at a time per person, so that counting and adding are one step. */
const QUEUE = `SELECT pg_advisory_xact_lock(hashtextextended($1 || '/' || $2, 5))`;
const LOCK = `SELECT version FROM draft WHERE ${OWNED} AND id = $3 FOR UPDATE`;
const REPLACE = `
  UPDATE draft SET title = $4, content = $5, updated_at = $6, version = version + 1 WHERE ${OWNED} AND id = $3`;
const COUNT = `SELECT count(*)::int AS n FROM draft WHERE ${OWNED}`;
const ADD = `
  INSERT INTO draft (organization_id, user_id, id, title, content, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (id) DO NOTHING RETURNING id`;
const REMOVE = `DELETE FROM draft WHERE ${OWNED} AND id = $3 RETURNING id`;
const EXPIRE = `
  DELETE FROM draft WHERE id IN (
    SELECT id FROM draft WHERE updated_at < $1 ORDER BY updated_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`;

@Injectable()
export class PgDraftRepository extends DraftRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  list({ organizationId, userId }: DraftOwner): Promise<DraftHead[]> {
    return this.database.query<DraftHead>(LIST, [organizationId, userId]);
  }

  async find({ organizationId, userId }: DraftOwner, id: string): Promise<Draft | undefined> {
    const [row] = await this.database.query<DraftHead & { content: string }>(FIND, [organizationId, userId, id]);
    if (!row) return undefined;
    return { ...row, content: JSON.parse(this.cipher.open(row.content, draftPlace(id))) as Draft['content'] };
  }

  save({ owner, id, title, content, at, expectedVersion }: SaveDraft): Promise<void> {
    const person = [owner.organizationId, owner.userId];
    const sealed = this.cipher.seal(content, draftPlace(id));
    return this.database.transaction(async () => {
      await this.database.query(QUEUE, person);
      const [known] = await this.database.query<{ version: number }>(LOCK, [...person, id]);
      if (known) {
        assertVersion(expectedVersion, known.version);
        await this.database.write(REPLACE, [...person, id, title, sealed, at]);
        return;
      }
      if (expectedVersion !== undefined) throw unknownDraft();
      const [count] = await this.database.query<{ n: number }>(COUNT, person);
      if ((count?.n ?? 0) >= MOST_DRAFTS) throw tooManyDrafts();
      const added = await this.database.query(ADD, [...person, id, title, sealed, at]);
      if (added.length === 0) throw unknownDraft();
    });
  }

  async remove({ organizationId, userId }: DraftOwner, id: string): Promise<boolean> {
    return (await this.database.query(REMOVE, [organizationId, userId, id])).length > 0;
  }

  async expire(before: Date, limit: number): Promise<number> {
    return (await this.database.query(EXPIRE, [before, limit])).length;
  }
}
