import type { LocalizedText, Moves, TechnicalDomain } from '@nqi/kernel';
import type { DraftDeliverable } from '../deliverables/deliverable.js';

/** Duties of an institution's staff on a job. */
export type StaffRole = 'technician' | 'reviewer' | 'approver';

/** Who acts: the account and the name that goes on documents. */
export interface Person {
  readonly username: string;
  readonly name: string;
}

/** What a job knows from its ticket and never changes. */
export interface JobFacts {
  readonly id: string;
  readonly jobNo: string;
  readonly ticketId: string;
  readonly requestId: string;
  readonly requestNo: string;
  readonly itemId: string;
  readonly serviceCode: string;
  readonly serviceName: LocalizedText;
  readonly enterpriseUscc: string;
  readonly enterpriseName: string;
  readonly nodeCode: string;
  readonly nodePath: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly mode: string;
  readonly openedAt: Date;
}

/** A job as an action sees it. */
export interface JobView<S extends string, D> extends JobFacts {
  readonly status: S;
  readonly data: D;
  readonly people: Readonly<Partial<Record<StaffRole, Person>>>;
}

/** What an action leads to. */
export interface Step<S extends string, D> {
  readonly to: S;
  readonly data: D;
  readonly deliverables?: readonly DraftDeliverable[];
}

/** JSON Schema (2020-12) of an action's body; `title` is Chinese, `x-title-en` English. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One thing that can be done to a job. Pure: same job, same body, same result. */
export interface JobAction<S extends string, D> {
  /** Last part of its address: `POST …/jobs/{id}/<name>`. */
  readonly name: string;
  readonly title: LocalizedText;
  /** Whose duty it is; `client` is the enterprise that filed. */
  readonly role: StaffRole | 'client';
  readonly from: readonly S[];
  /** Narrows `from` by what the job is about, so that one state can offer different ways on; always when absent. */
  when?(job: JobView<S, D>): boolean;
  /** Schema for this very job, so that a form can offer its instruments, items and so on. */
  schema(job: JobView<S, D>): JsonSchema;
  /** `body` has passed the schema. Throws DomainError, with a pointer, where the domain objects. */
  apply(job: JobView<S, D>, body: unknown, act: { readonly at: Date; readonly actor: Person }): Step<S, D>;
}

/** A domain's way of working: its states, its actions and what it reads from the client's form. */
export interface Procedure<S extends string, D> {
  readonly domain: TechnicalDomain;
  readonly moves: Moves<S>;
  readonly initial: S;
  /** States in which the work is delivered and the ticket resolved. */
  readonly final: readonly S[];
  readonly actions: readonly JobAction<S, D>[];
  open(form: unknown, facts: JobFacts): D;
}

/** Types an action's body once, so that `apply` need not cast. */
export function jobAction<S extends string, D, Body>(
  action: Omit<JobAction<S, D>, 'apply'> & {
    apply(job: JobView<S, D>, body: Body, act: { readonly at: Date; readonly actor: Person }): Step<S, D>;
  },
): JobAction<S, D> {
  return { ...action, apply: (job, body, act) => action.apply(job, body as Body, act) };
}
