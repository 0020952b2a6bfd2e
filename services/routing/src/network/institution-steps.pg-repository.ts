import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { FILINGS, type LifecycleLine, type Step } from './institution-lifecycle.js';
import type { Stage } from './institution-stage.js';
import { InstitutionStepsRepository } from './institution-steps.repository.js';

const NEXT_ID = `SELECT 'ORG' || nextval('institution_number') AS id`;
const APPEND = `
  INSERT INTO institution_step (institution_id, step, from_stage, to_stage, user_id, actor, at, reason, evidence)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const APPLICANTS = `
  SELECT DISTINCT user_id FROM institution_step WHERE institution_id = $1 AND step = ANY($2::text[])`;
const LAST = `
  SELECT step, from_stage, to_stage, user_id, actor, at, reason, evidence FROM institution_step
  WHERE institution_id = $1 ORDER BY no DESC LIMIT $2`;
const TAKEN = `SELECT id FROM institution WHERE id = $1`;

interface StepRow {
  step: Step;
  from_stage: Stage | null;
  to_stage: Stage;
  user_id: string;
  actor: string;
  at: Date;
  reason: string | null;
  evidence: string[];
}

@Injectable()
export class PgInstitutionStepsRepository extends InstitutionStepsRepository {
  constructor(private readonly database: Database) {
    super();
  }

  /** Numbers that reference data or people gave are passed over. */
  async nextId(): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(NEXT_ID);
    const id = row?.id ?? '';
    const taken = await this.database.query(TAKEN, [id]);
    return taken.length > 0 ? this.nextId() : id;
  }

  async append(institutionId: string, line: LifecycleLine): Promise<void> {
    const { step, from, to, userId, by, at, reason, evidence = [] } = line;
    await this.database.write(APPEND, [
      institutionId,
      step,
      from ?? null,
      to,
      userId,
      by,
      at,
      reason ?? null,
      evidence,
    ]);
  }

  async applicants(institutionId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ user_id: string }>(APPLICANTS, [institutionId, FILINGS]);
    return new Set(rows.map(({ user_id: id }) => id));
  }

  async last(institutionId: string, limit: number): Promise<readonly LifecycleLine[]> {
    const rows = await this.database.query<StepRow>(LAST, [institutionId, limit]);
    return rows.map((row) => ({
      step: row.step,
      ...(row.from_stage !== null && { from: row.from_stage }),
      to: row.to_stage,
      userId: row.user_id,
      by: row.actor,
      at: row.at,
      ...(row.reason !== null && { reason: row.reason }),
      evidence: row.evidence,
    }));
  }
}
