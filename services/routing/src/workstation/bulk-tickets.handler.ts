import { Injectable } from '@nestjs/common';
import { Access, Idempotency, type Permission, type Principal } from '@nqi/platform';
import { stepNotPermitted } from './bulk.errors.js';
import { TakeStepHandler, type Step, type StepName } from './take-step.handler.js';

export interface BulkTickets {
  readonly step: Step;
  readonly tickets: readonly { readonly id: string; readonly version?: number }[];
  readonly principal: Principal;
  readonly idempotencyKey?: string;
}

/** What became of one ticket: its version, or why nothing was changed. */
export type RowOutcome =
  { readonly id: string; readonly version: number } | { readonly id: string; readonly error: unknown };

const PERMISSIONS: Readonly<Record<StepName, Permission>> = {
  accept: 'ticket.accept',
  assign: 'ticket.assign',
  transfer: 'ticket.transfer',
  claim: 'ticket.claim',
  release: 'ticket.claim',
  return: 'ticket.return',
  escalate: 'ticket.escalate',
  pause: 'ticket.pause',
  resume: 'ticket.resume',
};

/**
 * The same step with many tickets, each in a transaction of its own: what fails harms no other, and what is done stays
 * done when the process dies half way. A repeat under the same key answers what was done and tries again what was not.
 */
@Injectable()
export class BulkTicketsHandler {
  constructor(
    private readonly steps: TakeStepHandler,
    private readonly idempotency: Idempotency,
  ) {}

  async execute({ step, tickets, principal, idempotencyKey }: BulkTickets): Promise<RowOutcome[]> {
    const access = Access.of(principal, PERMISSIONS[step.action]);
    if (!access) throw stepNotPermitted(step.action);
    const owner = `${principal.organizationId}/ticket.bulk`;
    // Only to refuse the key for another list or step; each row remembers for itself whether it is done.
    await this.idempotency.once(owner, idempotencyKey, { step, tickets }, () => Promise.resolve(null));
    const outcomes: RowOutcome[] = [];
    for (const { id, version: expectedVersion } of tickets) {
      const target = { ticketId: id, access, expectedVersion };
      const done = this.idempotency.once(`${owner}/${id}`, idempotencyKey, { step, expectedVersion }, async () => ({
        version: await this.steps.execute(step, target),
      }));
      outcomes.push(
        await done.then(
          ({ version }) => ({ id, version }),
          (error: unknown) => ({ id, error }),
        ),
      );
    }
    return outcomes;
  }
}
