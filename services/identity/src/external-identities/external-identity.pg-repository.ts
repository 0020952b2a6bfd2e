import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { ExternalIdentityRepository, type ExternalIdentity } from './external-identity.repository.js';

const COLUMNS = `
  id, issuer, subject, user_id AS "userId", provider, linked_by AS "linkedBy", linked_at AS "linkedAt", used_at AS "usedAt"`;
const FIND = `SELECT ${COLUMNS} FROM external_identity WHERE issuer = $1 AND subject = $2`;
const LIST = `SELECT ${COLUMNS} FROM external_identity WHERE user_id = $1 ORDER BY id LIMIT 100`;
const ADD = `
  INSERT INTO external_identity (id, issuer, subject, user_id, provider, linked_by, linked_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;
const TOUCH = `UPDATE external_identity SET used_at = $3 WHERE issuer = $1 AND subject = $2`;
const REMOVE = `DELETE FROM external_identity WHERE user_id = $1 AND id = $2 RETURNING ${COLUMNS}`;

@Injectable()
export class PgExternalIdentityRepository extends ExternalIdentityRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find(issuer: string, subject: string): Promise<ExternalIdentity | undefined> {
    return (await this.database.query<ExternalIdentity>(FIND, [issuer, subject]))[0];
  }

  listOf(userId: string): Promise<ExternalIdentity[]> {
    return this.database.query<ExternalIdentity>(LIST, [userId]);
  }

  async add(identity: ExternalIdentity): Promise<boolean> {
    const { id, issuer, subject, userId, provider, linkedBy, linkedAt } = identity;
    return (await this.database.write(ADD, [id, issuer, subject, userId, provider, linkedBy, linkedAt])) > 0;
  }

  async touch(issuer: string, subject: string, at: Date): Promise<void> {
    await this.database.write(TOUCH, [issuer, subject, at]);
  }

  async remove(userId: string, id: string): Promise<ExternalIdentity | undefined> {
    return (await this.database.query<ExternalIdentity>(REMOVE, [userId, id]))[0];
  }
}
