import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { RoutingInput } from '../rules/decision.js';
import type { RecordedSample, SimulationJob } from './simulation-job.js';
import type { SimulationReport } from './simulation.js';
import { SimulationRepository } from './simulations.repository.js';

interface JobRow {
  id: string;
  status: SimulationJob['status'];
  question: SimulationJob['question'];
  requested_by: string;
  created_at: Date;
  attempts: number;
  finished_at: Date | null;
  report: SimulationReport | null;
  failure: string | null;
}

const COLUMNS = `id, status, question, requested_by, created_at, attempts, finished_at, report, failure`;
const MOST_WAITING = 20;
const ADD = `
  INSERT INTO simulation (id, status, question, requested_by, created_at)
  SELECT $1::uuid, 'QUEUED', $2::jsonb, $3, $4::timestamptz
  WHERE (SELECT count(*) FROM simulation WHERE status IN ('QUEUED', 'RUNNING')) < ${MOST_WAITING}`;
const GET = `SELECT ${COLUMNS} FROM simulation WHERE id = $1`;
const LIST = `
  SELECT ${COLUMNS} FROM simulation
  WHERE $1::timestamptz IS NULL OR (created_at, id) < ($1, $2::uuid)
  ORDER BY created_at DESC, id DESC LIMIT $3`;
const CLAIM = `
  UPDATE simulation SET status = 'RUNNING', attempts = attempts + 1, held_until = $2
  WHERE id = (
    SELECT id FROM simulation
    WHERE status IN ('QUEUED', 'RUNNING') AND (held_until IS NULL OR held_until < $1)
    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${COLUMNS}`;
const FINISH = `
  UPDATE simulation SET status = $3, report = $4, failure = $5, finished_at = $6
  WHERE id = $1 AND status = 'RUNNING' AND attempts = $2`;
const RECORDED = `
  SELECT decision->'input' AS input, decided_at FROM routing_decision
  WHERE decided_at >= $1 AND decided_at < $2 ORDER BY decided_at, ticket_id LIMIT $3`;

@Injectable()
export class PgSimulationRepository extends SimulationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add({ id, question, requestedBy, createdAt }: SimulationJob): Promise<boolean> {
    return (await this.database.write(ADD, [id, JSON.stringify(question), requestedBy, createdAt])) === 1;
  }

  get(id: string): Promise<SimulationJob | undefined> {
    return this.one(GET, [id]);
  }

  async list(limit: number, before?: { at: Date; id: string }): Promise<SimulationJob[]> {
    const values = [before?.at ?? null, before?.id ?? null, limit + 1];
    return (await this.database.query<JobRow & Record<string, unknown>>(LIST, values)).map(toJob);
  }

  claim(at: Date, heldUntil: Date): Promise<SimulationJob | undefined> {
    return this.one(CLAIM, [at, heldUntil]);
  }

  async finish(
    { id, attempts }: SimulationJob,
    outcome: { report: SimulationReport } | { failure: string },
    at: Date,
  ): Promise<void> {
    const [status, report, failure] =
      'report' in outcome ? ['DONE', JSON.stringify(outcome.report), null] : ['FAILED', null, outcome.failure];
    await this.database.write(FINISH, [id, attempts, status, report, failure, at]);
  }

  async recorded({ from, until, limit }: RecordedSample): Promise<{ input: RoutingInput; at: Date }[]> {
    const rows = await this.database.query<{ input: RoutingInput; decided_at: Date }>(RECORDED, [from, until, limit]);
    return rows.map(({ input, decided_at: at }) => ({ input, at }));
  }

  private async one(sql: string, values: unknown[]): Promise<SimulationJob | undefined> {
    const [row] = await this.database.query<JobRow>(sql, values);
    return row && toJob(row);
  }
}

function toJob(row: JobRow): SimulationJob {
  return {
    id: row.id,
    status: row.status,
    question: row.question,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    attempts: row.attempts,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.report !== null && { report: row.report }),
    ...(row.failure !== null && { failure: row.failure }),
  };
}
