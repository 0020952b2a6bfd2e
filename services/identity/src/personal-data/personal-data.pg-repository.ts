import { Injectable } from '@nestjs/common';
import { PERSON_SERVICES } from '@nqi/contracts';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { FieldCipher } from '@nqi/platform';
import { userChanged } from '../accounts/account.messages.js';
import type { Account } from '../accounts/account.js';
import { noSuchAccount } from '../administration/managed-account.rows.js';
import { exportKeyPlace } from '../fields/sealed-places.js';
import { SessionRepository } from '../sessions/session.repository.js';
import type { Person, PersonalDataCase } from './personal-data-case.js';
import { personalDataRequested } from './personal-data.messages.js';
import { PersonalDataRepository, type Answer, type ExportKeys } from './personal-data.repository.js';

const CASE = `
  id, kind, user_id AS "userId", requested_at AS "requestedAt", due_at AS "dueAt", expires_at AS "expiresAt",
  done_at AS "doneAt", downloaded_at AS "downloadedAt", pseudonym`;
const OPEN_EXPORT = `
  SELECT id FROM personal_data_case WHERE user_id = $1 AND kind = 'export' AND done_at IS NULL AND expires_at > $2`;
const ADD = `
  INSERT INTO personal_data_case (id, kind, user_id, username, requested_at, due_at, expires_at, pseudonym, private_key,
                                  receipt_hash, told_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
/** One at a time per person, so that looking and adding are one step. */
const LOCK_PERSON = `
  SELECT a.id, a.username, a.display_name AS "displayName", a.roles, a.organization_id AS "organizationId", a.active,
         (SELECT count(*)::int FROM user_account o WHERE o.organization_id = a.organization_id AND o.active AND o.id <> a.id
            AND 'enterprise_owner' = ANY(o.roles)) AS "otherOwners"
  FROM user_account a WHERE a.id = $1 AND a.active FOR UPDATE OF a`;
const SWITCH_OFF = `
  UPDATE user_account SET active = false, suspended_reason = '本人注销', password_hash = $2, changed_at = $3,
    version = version + 1 WHERE id = $1`;
const DUE = `
  UPDATE personal_data_case SET told_at = $1 WHERE id IN (
    SELECT id FROM personal_data_case WHERE told_at IS NULL AND due_at <= $1 LIMIT 20 FOR UPDATE SKIP LOCKED)
  RETURNING ${CASE}, username`;
const FORGET_NAME = `UPDATE personal_data_case SET username = NULL WHERE id = ANY($1::uuid[])`;
const EXPIRE = `
  WITH over AS (
    UPDATE personal_data_case SET private_key = NULL WHERE kind = 'export' AND private_key IS NOT NULL AND expires_at <= $1
    RETURNING id)
  DELETE FROM personal_data_part p USING over WHERE p.case_id = over.id`;
const KEEP = `
  INSERT INTO personal_data_part (case_id, service, part, parts, content)
  SELECT id, $2, $3, $4, $5 FROM personal_data_case
  WHERE id = $1 AND downloaded_at IS NULL AND (kind = 'erasure' OR private_key IS NOT NULL)
  ON CONFLICT DO NOTHING`;
const LOCK_CASE = `SELECT id FROM personal_data_case WHERE id = $1 FOR UPDATE`;
const DONE = `UPDATE personal_data_case SET done_at = $2 WHERE id = $1 AND done_at IS NULL`;
const WHOLE = `
  SELECT service FROM personal_data_part WHERE case_id = $1 GROUP BY service HAVING count(*) = max(parts)`;
const EXPORTS = `
  SELECT ${CASE} FROM personal_data_case WHERE user_id = $1 AND kind = 'export' ORDER BY requested_at DESC, id LIMIT 20`;
const BY_RECEIPT = `SELECT ${CASE} FROM personal_data_case WHERE receipt_hash = $1 AND kind = 'erasure'`;
const ANSWERS = `
  SELECT case_id AS "caseId", service, part, parts, content FROM personal_data_part
  WHERE case_id = $1 ORDER BY service, part`;
const LOCK_EXPORT = `
  SELECT ${CASE}, private_key FROM personal_data_case WHERE user_id = $1 AND id = $2 AND kind = 'export' FOR UPDATE`;
const FINISH = `
  WITH gone AS (DELETE FROM personal_data_part WHERE case_id = $1)
  UPDATE personal_data_case SET downloaded_at = $2, private_key = NULL WHERE id = $1`;

type CaseRow = { [key in keyof PersonalDataCase]: PersonalDataCase[key] | null };

@Injectable()
export class PgPersonalDataRepository extends PersonalDataRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly sessions: SessionRepository,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  ask(one: PersonalDataCase, username: string, { publicKey, privateKey }: ExportKeys): Promise<string> {
    return this.database.transaction(async () => {
      if ((await this.database.query(LOCK_PERSON, [one.userId])).length === 0) throw noSuchAccount();
      const [open] = await this.database.query<{ id: string }>(OPEN_EXPORT, [one.userId, one.requestedAt]);
      if (open) return open.id;
      const sealed = this.cipher.seal(privateKey, exportKeyPlace(one.id));
      await this.add(one, { username: null, privateKey: sealed, toldAt: one.requestedAt });
      await this.outbox.append([personalDataRequested(one, username, publicKey)]);
      return one.id;
    });
  }

  async lockPerson(userId: string): Promise<{ person: Person; account: Account } | undefined> {
    const [row] = await this.database.query<Account & { otherOwners: number }>(LOCK_PERSON, [userId]);
    if (!row) return undefined;
    const { id, username, displayName, roles, organizationId, otherOwners } = row;
    const account = { id, username, displayName, roles, organizationId, active: true, changedAt: new Date(0) };
    return { person: { userId: id, username, roles, otherOwners }, account };
  }

  async startErasure(
    one: PersonalDataCase,
    account: Account,
    receiptHash: Buffer,
    passwordHash: string,
  ): Promise<void> {
    const { id, username } = account;
    await this.add(one, { username, receiptHash });
    await this.database.write(SWITCH_OFF, [id, passwordHash, one.requestedAt]);
    await this.sessions.endAll(id, 'account', one.requestedAt);
    await this.outbox.append([userChanged({ ...account, active: false, changedAt: one.requestedAt })]);
  }

  askDue(at: Date): Promise<number> {
    return this.database.transaction(async () => {
      const due = await this.database.query<CaseRow & { username: string }>(DUE, [at]);
      await this.outbox.append(due.map(({ username, ...row }) => personalDataRequested(toCase(row), username)));
      await this.database.write(FORGET_NAME, [due.map(({ id }) => id)]);
      return due.length;
    });
  }

  async expire(at: Date): Promise<void> {
    await this.database.write(EXPIRE, [at]);
  }

  keep({ caseId, service, part, parts, content }: Answer, at: Date): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.query(LOCK_CASE, [caseId]);
      if ((await this.database.write(KEEP, [caseId, service, part, parts, content])) === 0) return;
      if ((await this.waitingFor(caseId)).length === 0) await this.database.write(DONE, [caseId, at]);
    });
  }

  async waitingFor(caseId: string): Promise<string[]> {
    const rows = await this.database.query<{ service: string }>(WHOLE, [caseId]);
    const whole = new Set(rows.map(({ service }) => service));
    return PERSON_SERVICES.filter((service) => !whole.has(service));
  }

  async listExports(userId: string): Promise<PersonalDataCase[]> {
    return (await this.database.query<CaseRow>(EXPORTS, [userId])).map(toCase);
  }

  async findErasure(receiptHash: Buffer): Promise<PersonalDataCase | undefined> {
    const [row] = await this.database.query<CaseRow>(BY_RECEIPT, [receiptHash]);
    return row && toCase(row);
  }

  answers(caseId: string): Promise<Answer[]> {
    return this.database.query<Answer>(ANSWERS, [caseId]);
  }

  async lockExport(userId: string, id: string): Promise<{ one: PersonalDataCase; privateKey?: string } | undefined> {
    const [row] = await this.database.query<CaseRow & { private_key: string | null }>(LOCK_EXPORT, [userId, id]);
    if (!row) return undefined;
    const { private_key: sealed, ...rest } = row;
    return { one: toCase(rest), ...(sealed && { privateKey: this.cipher.open(sealed, exportKeyPlace(id)) }) };
  }

  async finish(id: string, at: Date): Promise<void> {
    await this.database.write(FINISH, [id, at]);
  }

  private async add(
    { id, kind, userId, requestedAt, dueAt, expiresAt, pseudonym }: PersonalDataCase,
    more: { username: string | null; privateKey?: string; receiptHash?: Buffer; toldAt?: Date },
  ): Promise<void> {
    await this.database.write(ADD, [
      id,
      kind,
      userId,
      more.username,
      requestedAt,
      dueAt,
      expiresAt ?? null,
      pseudonym ?? null,
      more.privateKey ?? null,
      more.receiptHash ?? null,
      more.toldAt ?? null,
    ]);
  }
}

/** Columns that are empty are left out. */
const toCase = (row: CaseRow): PersonalDataCase =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as PersonalDataCase;
