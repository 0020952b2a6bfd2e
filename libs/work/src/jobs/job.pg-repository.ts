import { Inject, Injectable } from '@nestjs/common';
import { NUMBER_LETTERS, readableNumber } from '@nqi/kernel';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { LiveUpdates } from '@nqi/platform';
import { DeliverableIssuer } from '../deliverables/deliverable-issuer.js';
import { PROCEDURE } from '../procedure-token.js';
import { Job, type JobEvent } from './job.js';
import { unknownJob } from './job.errors.js';
import { jobMessages } from './job.messages.js';
import { JobRepository, type JobOrder } from './job.repository.js';
import { toJobState, type JobRow } from './job.rows.js';
import type { Procedure } from './procedure.js';

const NEXT_NO = `SELECT nextval('job_no') AS no`;
const HAS_JOB = `SELECT 1 FROM job WHERE ticket_id = $1`;
const HAS_ORDER = `SELECT 1 FROM job WHERE ticket_id = $1 AND ticket_version >= $2`;
const INSERT = `
  INSERT INTO job (id, job_no, ticket_id, request_id, request_no, item_id, service_code, service_name_zh, service_name_en,
    enterprise_uscc, enterprise_name, node_code, node_path, institution_id, institution_name, mode, status, version,
    data, people, hands, opened_at, ticket_version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, $18, '{}', '{}', $19, $20)
  ON CONFLICT DO NOTHING`;
const LOCK = `SELECT * FROM job WHERE id = $1 FOR UPDATE`;
const LOCK_OPEN = `SELECT * FROM job WHERE ticket_id = $1 AND closed_at IS NULL FOR UPDATE`;
const SAVE = `UPDATE job SET status = $2, version = $3, data = $4, people = $5, hands = $6, closed_at = $7 WHERE id = $1`;
const ADD_STEP = `
  INSERT INTO job_step (job_id, version, at, actor, action, from_status, to_status) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const MOVE = `UPDATE job SET node_code = $2, node_path = $3 WHERE ticket_id = $1`;

@Injectable()
export class PgJobRepository extends JobRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly issuer: DeliverableIssuer,
    private readonly liveUpdates: LiveUpdates,
    @Inject(PROCEDURE) private readonly procedure: Procedure<string, unknown>,
  ) {
    super();
  }

  async open(order: JobOrder, form: unknown): Promise<void> {
    await this.database.transaction(async () => {
      if ((await this.database.query(HAS_JOB, [order.facts.ticketId])).length > 0) return;
      await this.insert(order, form);
    });
  }

  async replace(order: JobOrder, form: unknown, reason: string): Promise<void> {
    const { ticketId, openedAt } = order.facts;
    await this.database.transaction(async () => {
      if ((await this.database.query(HAS_ORDER, [ticketId, order.ticketVersion])).length > 0) return;
      await this.endOpen(ticketId, (job) => job.handOn(reason, openedAt));
      await this.insert(order, form);
    });
  }

  private async insert({ facts, ticketVersion }: JobOrder, form: unknown): Promise<void> {
    const [sequence] = await this.database.query<{ no: string }>(NEXT_NO);
    const jobNo = readableNumber('JB', NUMBER_LETTERS[this.procedure.domain], facts.openedAt, Number(sequence?.no));
    const job = Job.open(this.procedure, { ...facts, jobNo }, form);
    const { snapshot } = job;
    const written = await this.database.write(INSERT, [
      snapshot.id,
      jobNo,
      snapshot.ticketId,
      snapshot.requestId,
      snapshot.requestNo,
      snapshot.itemId,
      snapshot.serviceCode,
      snapshot.serviceName.zh,
      snapshot.serviceName.en,
      snapshot.enterpriseUscc,
      snapshot.enterpriseName,
      snapshot.nodeCode,
      snapshot.nodePath,
      snapshot.institutionId,
      snapshot.institutionName,
      snapshot.mode,
      snapshot.status,
      JSON.stringify(snapshot.data),
      snapshot.openedAt,
      ticketVersion,
    ]);
    if (written > 0) await this.keepEvents(job, 0);
  }

  async update(
    id: string,
    change: (job: Job<string, unknown>, version: number) => void,
  ): Promise<Job<string, unknown>> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<JobRow>(LOCK, [id]);
      if (!row) throw unknownJob();
      const job = Job.restore(this.procedure, toJobState(row));
      change(job, row.version);
      await this.save(job);
      return Job.restore(this.procedure, { ...job.snapshot, version: row.version + 1 });
    });
  }

  async cancelForTicket(ticketId: string, reason: string, at: Date): Promise<void> {
    await this.database.transaction(async () => {
      await this.endOpen(ticketId, (job) => job.cancel(reason, at));
    });
  }

  private async endOpen(ticketId: string, end: (job: Job<string, unknown>) => void): Promise<void> {
    const [row] = await this.database.query<JobRow>(LOCK_OPEN, [ticketId]);
    if (!row) return;
    const job = Job.restore(this.procedure, toJobState(row));
    end(job);
    await this.save(job);
  }

  async moveToNode(ticketId: string, nodeCode: string, nodePath: string): Promise<void> {
    await this.database.write(MOVE, [ticketId, nodeCode, nodePath]);
  }

  private async save(job: Job<string, unknown>): Promise<void> {
    const { id, status, version, closedAt } = job.snapshot;
    const next = version + 1;
    const [data, people, hands] = [job.snapshot.data, job.snapshot.people, job.snapshot.hands].map((value) =>
      JSON.stringify(value),
    );
    await this.database.write(SAVE, [id, status, next, data, people, hands, closedAt]);
    await this.keepEvents(job, next);
  }

  private async keepEvents(job: Job<string, unknown>, version: number): Promise<void> {
    const events = job.pullEvents();
    for (const step of events.flatMap(stepsOf)) {
      await this.database.write(ADD_STEP, [
        job.snapshot.id,
        version,
        step.at,
        step.actor,
        step.action,
        step.from,
        step.to,
      ]);
    }
    const issued = await this.issuer.issue(job.snapshot, events.flatMap(deliverablesOf));
    const all = events.some(({ type }) => type === 'JobCompleted') ? await this.issuer.numbersOf(job.snapshot.id) : [];
    await this.outbox.append(jobMessages(this.procedure.domain, job.snapshot, events, issued, all));
    this.database.afterCommit(() => this.tell(job, events));
  }

  private tell(job: Job<string, unknown>, events: readonly JobEvent<string>[]): void {
    const { id, institutionId, nodePath, enterpriseUscc } = job.snapshot;
    const cause = events.at(-1)?.type ?? '';
    for (const audience of [{ organizationId: institutionId }, { organizationId: enterpriseUscc }, { nodePath }]) {
      this.liveUpdates.publish({ audience, subject: 'job', id, cause });
    }
  }
}

const stepsOf = (event: JobEvent<string>) => (event.type === 'JobAdvanced' ? [event.step] : []);
const deliverablesOf = (event: JobEvent<string>) => (event.type === 'DeliverableIssued' ? [event.deliverable] : []);
