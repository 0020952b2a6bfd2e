import type { Ownership, Permission } from '@nqi/platform';
import { READING, type Case, type Domain, type Kind } from './objects.js';
import type { Operation } from './operations.js';
import { accessOf, type Person } from './people.js';

/**
 * What the policy table says of one call: `allowed` it reaches the operation, whatever that answers; `forbidden` the
 * role has not got the permission; `hidden` the object is out of sight and must look as if it did not exist; `refused`
 * it is in sight and out of reach.
 */
export type Verdict = 'allowed' | 'forbidden' | 'hidden' | 'refused';

/** What an operation is about, where the tests have one of its kind: how to name it, whose it is, who does it. */
export interface Aim {
  readonly kind: Kind;
  readonly values: Readonly<Record<string, string>>;
  readonly owner: Ownership;
  readonly permission?: Permission;
}

const JOBS = /^\/api\/v1\/(metrology|standards|testing|certification)\/jobs\/\{id\}/;
/** A job's actions have the permission of whose turn it is. */
const TURNS: Readonly<Record<string, Permission>> = {
  technician: 'job.work',
  reviewer: 'job.review',
  approver: 'job.approve',
  client: 'job.client',
};

export function kindOf({ path }: Operation): Kind | undefined {
  if (/^\/api\/v1\/requests\/\{id\}/.test(path)) return 'request';
  if (/^\/api\/v1\/(tickets|triage)\/\{id\}/.test(path)) return 'ticket';
  return JOBS.test(path) ? 'job' : undefined;
}

export function aimOf(operation: Operation, about: Case): Aim | undefined {
  const { owner, requestId, ticketId, itemId, jobs } = about;
  const { permission } = operation;
  const kind = kindOf(operation);
  if (kind === 'request') return { kind, values: { id: requestId, itemId }, owner, permission };
  if (kind === 'ticket') return { kind, values: { id: ticketId }, owner, permission };
  const job = jobs[JOBS.exec(operation.path)?.[1] as Domain];
  const [action] = job?.actions ?? [];
  if (!job || !action) return undefined;
  const values = { id: job.id, action: action.name };
  const turn = operation.path.endsWith('/{action}') ? TURNS[action.role] : permission;
  return { kind: 'job', values, owner: { ...owner, institutionId: job.institutionId }, permission: turn };
}

export function expected(person: Person, operation: Operation, aim: Aim | undefined): Verdict {
  const permission = aim ? aim.permission : operation.permission;
  if (!permission) return 'allowed';
  const access = accessOf(person, permission);
  if (!access) return 'forbidden';
  if (!aim || access.covers(aim.owner)) return 'allowed';
  return accessOf(person, READING[aim.kind])?.covers(aim.owner) ? 'refused' : 'hidden';
}

/** Problem types that say no to the person and not to what is asked. */
const NOT_PERMITTED = 'ACCESS.NOT_PERMITTED';
const OUT_OF_REACH = 'ACCESS.OUT_OF_REACH';

export interface Seen {
  readonly status: number;
  readonly code: string;
}

/** True when an answer is one that the verdict allows. */
export function agrees(verdict: Verdict, { status, code }: Seen, aboutSomething: boolean): boolean {
  switch (verdict) {
    case 'forbidden':
      return status === 403 && code.includes(NOT_PERMITTED);
    case 'hidden':
      return status === 404;
    case 'refused':
      return status === 404 || status === 403;
    case 'allowed':
      return (
        status < 500 &&
        status !== 401 &&
        ![NOT_PERMITTED, OUT_OF_REACH].some((no) => code.includes(no)) &&
        !(aboutSomething && status === 404)
      );
  }
}
