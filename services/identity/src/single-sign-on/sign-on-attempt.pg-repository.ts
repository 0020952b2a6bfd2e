import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { FieldCipher } from '@nqi/platform';
import { attemptPlace } from '../fields/sealed-places.js';
import { SignOnAttemptRepository, type SignOnAttempt, type SignOnTicket } from './sign-on-attempt.repository.js';

const BEGIN = `
  WITH dropped AS (DELETE FROM sign_on_attempt WHERE expires_at < $7),
       old AS (DELETE FROM sign_on_ticket WHERE expires_at < $7)
  INSERT INTO sign_on_attempt (state_hash, proof_hash, provider, user_id, secrets, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;
const TAKE = `
  UPDATE sign_on_attempt SET used_at = $2 WHERE state_hash = $1 AND used_at IS NULL AND expires_at > $2
  RETURNING proof_hash, provider, user_id, secrets, expires_at`;
const ADD_TICKET = `
  INSERT INTO sign_on_ticket (token_hash, provider, issuer, subject, user_id, uscc, name, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const FIND_TICKET = `
  SELECT provider, issuer, subject, user_id, uscc, name, expires_at FROM sign_on_ticket
  WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2`;
const USE_TICKET = `
  UPDATE sign_on_ticket SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2`;

interface AttemptRow {
  proof_hash: Buffer;
  provider: string;
  user_id: string | null;
  secrets: string;
  expires_at: Date;
}

interface TicketRow {
  provider: string;
  issuer: string;
  subject: string;
  user_id: string | null;
  uscc: string | null;
  name: string | null;
  expires_at: Date;
}

@Injectable()
export class PgSignOnAttemptRepository extends SignOnAttemptRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async begin(attempt: SignOnAttempt, at: Date): Promise<void> {
    const { stateHash, proofHash, provider, userId, nonce, verifier, expiresAt } = attempt;
    const secrets = this.cipher.seal(JSON.stringify({ nonce, verifier }), attemptPlace(stateHash));
    await this.database.write(BEGIN, [stateHash, proofHash, provider, userId ?? null, secrets, expiresAt, at]);
  }

  async take(stateHash: Buffer, at: Date): Promise<SignOnAttempt | undefined> {
    const [row] = await this.database.query<AttemptRow>(TAKE, [stateHash, at]);
    if (!row) return undefined;
    const secrets = this.cipher.open(row.secrets, attemptPlace(stateHash));
    return {
      stateHash,
      proofHash: row.proof_hash,
      provider: row.provider,
      userId: row.user_id ?? undefined,
      ...(JSON.parse(secrets) as Pick<SignOnAttempt, 'nonce' | 'verifier'>),
      expiresAt: row.expires_at,
    };
  }

  async addTicket(ticket: SignOnTicket): Promise<void> {
    const { tokenHash, provider, issuer, subject, userId, enterprise, expiresAt } = ticket;
    await this.database.write(ADD_TICKET, [
      tokenHash,
      provider,
      issuer,
      subject,
      userId ?? null,
      enterprise?.uscc ?? null,
      enterprise?.name ?? null,
      expiresAt,
    ]);
  }

  async findTicket(tokenHash: Buffer, at: Date): Promise<SignOnTicket | undefined> {
    const [row] = await this.database.query<TicketRow>(FIND_TICKET, [tokenHash, at]);
    if (!row) return undefined;
    const { provider, issuer, subject, user_id, uscc, name, expires_at } = row;
    return {
      tokenHash,
      provider,
      issuer,
      subject,
      userId: user_id ?? undefined,
      enterprise: uscc ? { uscc, name: name ?? '' } : undefined,
      expiresAt: expires_at,
    };
  }

  async useTicket(tokenHash: Buffer, at: Date): Promise<boolean> {
    return (await this.database.write(USE_TICKET, [tokenHash, at])) > 0;
  }
}
