import { Aggregate, DomainError, assertMove, type TechnicalDomain } from '@nqi/kernel';
import type { IssuedDeliverable } from '../deliverables/deliverable.js';
import type { JobAction, JobFacts, Person, Procedure, StaffRole } from './procedure.js';

/** One line of a job's history. */
export interface JobStep<S extends string> {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly from: S | '';
  readonly to: S;
}

export interface JobState<S extends string, D> extends JobFacts {
  readonly status: S;
  readonly version: number;
  /** What the domain knows of the work so far. */
  readonly data: D;
  /** Who held each duty last; their names go on the documents. */
  readonly people: Readonly<Partial<Record<StaffRole, Person>>>;
  /** The duty of everybody who ever worked on the job, by user name. */
  readonly hands: Readonly<Record<string, StaffRole>>;
  readonly closedAt: Date | null;
}

export type JobEvent<S extends string> =
  | { readonly type: 'JobOpened'; readonly at: Date }
  | { readonly type: 'JobAdvanced'; readonly step: JobStep<S> }
  | { readonly type: 'DeliverableIssued'; readonly deliverable: IssuedDeliverable }
  | { readonly type: 'JobCompleted'; readonly at: Date }
  | { readonly type: 'JobCancelled'; readonly reason: string; readonly at: Date };

const SYSTEM = 'system';

/** One institution's work on one ticket, from acceptance to an issued deliverable. */
export class Job<S extends string, D> extends Aggregate<JobEvent<S>> {
  private constructor(
    private readonly procedure: Procedure<S, D>,
    private state: JobState<S, D>,
  ) {
    super();
  }

  /** Opens the job of an accepted ticket; the procedure reads the client's form. */
  static open<S extends string, D>(procedure: Procedure<S, D>, facts: JobFacts, form: unknown): Job<S, D> {
    const job = new Job<S, D>(procedure, {
      ...facts,
      status: procedure.initial,
      version: 0,
      data: procedure.open(form, facts),
      people: {},
      hands: {},
      closedAt: null,
    });
    job.record({ type: 'JobOpened', at: facts.openedAt });
    job.record({
      type: 'JobAdvanced',
      step: { at: facts.openedAt, actor: SYSTEM, action: 'open', from: '', to: procedure.initial },
    });
    return job;
  }

  /** Rebuilds a job from storage. Skips every rule, so only repositories may call it. */
  static restore<S extends string, D>(procedure: Procedure<S, D>, state: JobState<S, D>): Job<S, D> {
    return new Job(procedure, state);
  }

  get snapshot(): JobState<S, D> {
    return this.state;
  }

  get domain(): TechnicalDomain {
    return this.procedure.domain;
  }

  /** What the state machine allows now, whoever asks. */
  get actions(): readonly JobAction<S, D>[] {
    if (this.state.closedAt) return [];
    return this.procedure.actions.filter(
      (action) => action.from.includes(this.state.status) && (action.when?.(this.state) ?? true),
    );
  }

  /**
   * Carries one action out. Throws `conflict` when the status does not allow it, `forbidden` when the person already
   * holds another duty on this job, and whatever the domain's own rules object to.
   * Deliverables in the result still want a number; the repository gives it in the same transaction.
   */
  perform(name: string, body: unknown, actor: Person, at: Date): void {
    const action = this.procedure.actions.find((candidate) => candidate.name === name);
    if (!action || !this.actions.includes(action)) {
      throw new DomainError(
        'JOB.ACTION_NOT_ALLOWED',
        'conflict',
        {
          zh: `当前状态(${this.state.status})不能执行“${name}”`,
          en: `"${name}" is not possible in status ${this.state.status}`,
        },
        { status: this.state.status, action: name, allowed: this.actions.map((allowed) => allowed.name) },
      );
    }
    const { people, hands } = this.takeDuty(action.role, actor);
    const step = action.apply({ ...this.state, people }, body, { at, actor });
    const { status: from } = this.state;
    if (step.to !== from) assertMove(this.procedure.moves, from, step.to, 'JOB.ILLEGAL_MOVE');
    this.state = { ...this.state, status: step.to, data: step.data, people, hands };
    this.record({ type: 'JobAdvanced', step: { at, actor: actor.username, action: name, from, to: step.to } });
    for (const deliverable of step.deliverables ?? []) {
      this.record({ type: 'DeliverableIssued', deliverable: { ...deliverable, issuedAt: at, issuedBy: actor } });
    }
    if (this.procedure.final.includes(step.to)) {
      this.state = { ...this.state, closedAt: at };
      this.record({ type: 'JobCompleted', at });
    }
  }

  /** Ends a job whose ticket was cancelled. A job that has ended stays as it ended. */
  cancel(reason: string, at: Date): void {
    this.stop('cancel', reason, at);
  }

  /** Ends a job whose work another institution does instead; what it issued stands. Ended jobs stay as they ended. */
  handOn(reason: string, at: Date): void {
    this.stop('hand-on', reason, at);
  }

  private stop(action: 'cancel' | 'hand-on', reason: string, at: Date): void {
    if (this.state.closedAt) return;
    const step = { at, actor: SYSTEM, action, from: this.state.status, to: this.state.status };
    this.state = { ...this.state, closedAt: at };
    this.record({ type: 'JobAdvanced', step });
    this.record({ type: 'JobCancelled', reason, at });
  }

  /** Work, review and approval need different people, also when a duty passes from one colleague to another. */
  private takeDuty(role: JobAction<S, D>['role'], actor: Person): Pick<JobState<S, D>, 'people' | 'hands'> {
    const { people, hands } = this.state;
    if (role === 'client') return { people, hands };
    const held = hands[actor.username];
    if (held && held !== role) {
      throw new DomainError(
        'JOB.DUTIES_NOT_SEPARATE',
        'forbidden',
        { zh: '检测(检定)、审核、批准须由不同人员完成', en: 'Work, review and approval need different people' },
        { held, wanted: role },
      );
    }
    return { people: { ...people, [role]: actor }, hands: { ...hands, [actor.username]: role } };
  }
}
