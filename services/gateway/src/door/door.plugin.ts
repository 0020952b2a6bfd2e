import type { Clock } from '@nqi/kernel';
import { Unauthenticated, type Principal, type TokenVerifier } from '@nqi/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keysAway, tooManyCalls } from '../problems/problems.js';
import type { Admission } from './admission.js';
import type { CallBudgets, CallerKind } from './call-budget.js';

export interface Doorkeeping {
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  readonly budgets: CallBudgets;
}

/**
 * Stands before everything under /api: who calls, is the token good, is there budget left. Services check the token
 * again; this keeps what cannot pass anyway away from them. Nothing of the body is read before it.
 */
export function keepDoor(server: FastifyInstance, { verifier, clock, budgets }: Doorkeeping): void {
  server.addHook('onRequest', async (request, reply) => {
    const admission = admissionOf(request);
    if (!admission) return;
    const nobody = admission === 'signing-in' || admission === 'signed';
    const caller = nobody ? undefined : await identify(request, verifier, clock);
    await spend(budgets, reply, payerOf(request, admission, caller));
    if (caller instanceof Unauthenticated) throw caller;
    if (!caller && admission === 'signed-in') throw new Unauthenticated('missing');
    if (caller) request.principal = caller;
  });
}

/** An address that no route knows is not told from one that wants a sign-in. */
function admissionOf(request: FastifyRequest): Admission | undefined {
  return request.routeOptions.config.admission ?? (request.url.startsWith('/api/') ? 'signed-in' : undefined);
}

async function identify(
  { headers }: FastifyRequest,
  verifier: TokenVerifier,
  clock: Clock,
): Promise<Principal | Unauthenticated | undefined> {
  if (headers.authorization === undefined) return undefined;
  const token = /^Bearer (\S+)$/i.exec(headers.authorization)?.[1];
  if (!token) return new Unauthenticated('invalid');
  const verdict = await verifier.verify(token, clock.now()).catch((error: unknown) => {
    throw keysAway(error);
  });
  return verdict === 'expired' || verdict === 'invalid' ? new Unauthenticated(verdict) : verdict;
}

/** Whose calls are counted: who is signed in is known by name, everybody else by address. */
function payerOf(
  { ip }: FastifyRequest,
  admission: Admission,
  caller: Principal | Unauthenticated | undefined,
): [CallerKind, string] {
  if (admission === 'signed') return ['system', ip];
  return caller && !(caller instanceof Unauthenticated) ? ['user', caller.userId] : ['anonymous', ip];
}

async function spend(budgets: CallBudgets, reply: FastifyReply, payer: [CallerKind, string]): Promise<void> {
  const budget = await budgets.spend(...payer);
  void reply.headers({
    'ratelimit-limit': String(budget.limit),
    'ratelimit-remaining': String(budget.remaining),
    'ratelimit-reset': String(budget.resetSeconds),
  });
  if (!budget.allowed) throw tooManyCalls(budget.limit, budget.resetSeconds);
}
