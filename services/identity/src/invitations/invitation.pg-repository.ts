import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { Invitation } from './invitation.js';
import { InvitationRepository } from './invitation.repository.js';

const COLUMNS = `
  id, organization_id AS "organizationId", role, note, made_by AS "madeBy", made_at AS "madeAt", expires_at AS "expiresAt"`;
const ADD = `
  INSERT INTO invitation (id, token_hash, organization_id, role, note, made_by, made_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const OPEN = `
  SELECT ${COLUMNS} FROM invitation
  WHERE organization_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY id DESC LIMIT 100`;
const TAKE = `
  UPDATE invitation SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2
  RETURNING ${COLUMNS}`;
const WITHDRAW = `
  UPDATE invitation SET ended_at = $3 WHERE organization_id = $1 AND id = $2 AND ended_at IS NULL`;

@Injectable()
export class PgInvitationRepository extends InvitationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(invitation: Invitation, tokenHash: Buffer): Promise<void> {
    const { id, organizationId, role, note, madeBy, madeAt, expiresAt } = invitation;
    await this.database.write(ADD, [id, tokenHash, organizationId, role, note ?? null, madeBy, madeAt, expiresAt]);
  }

  listOpen(organizationId: string, at: Date): Promise<Invitation[]> {
    return this.database.query<Invitation>(OPEN, [organizationId, at]);
  }

  async take(tokenHash: Buffer, at: Date): Promise<Invitation | undefined> {
    return (await this.database.query<Invitation>(TAKE, [tokenHash, at]))[0];
  }

  async withdraw(organizationId: string, id: string, at: Date): Promise<boolean> {
    return (await this.database.write(WITHDRAW, [organizationId, id, at])) > 0;
  }
}
