import { Injectable } from '@nestjs/common';
import { AcceptTicketHandler, type AcceptTicket } from '../tickets/accept-ticket.handler.js';
import { AssignTicketHandler, type AssignTicket } from '../tickets/assign-ticket.handler.js';
import { type TicketTarget } from '../tickets/change-ticket.handler.js';
import { EscalateTicketHandler, type EscalateTicket } from '../tickets/escalate-ticket.handler.js';
import { PauseTicketHandler, type PauseTicket } from '../tickets/pause-ticket.handler.js';
import { ResumeTicketHandler, type ResumeTicket } from '../tickets/resume-ticket.handler.js';
import { ReturnTicketHandler, type ReturnTicket } from '../tickets/return-ticket.handler.js';
import { TransferTicketHandler, type TransferTicket } from '../tickets/transfer-ticket.handler.js';
import { ClaimTicketHandler, type ClaimTicket } from './claim-ticket.handler.js';

type Wish<Command> = Omit<Command, 'target'>;

/** What can be done with many tickets in the same way. A resolution is written for one ticket, so it is not here. */
interface Steps {
  readonly accept: Wish<AcceptTicket>;
  readonly assign: Wish<AssignTicket>;
  readonly transfer: Wish<TransferTicket>;
  readonly claim: Wish<ClaimTicket>;
  readonly release: object;
  readonly return: Wish<ReturnTicket>;
  readonly escalate: Wish<EscalateTicket>;
  readonly pause: Wish<PauseTicket>;
  readonly resume: Wish<ResumeTicket>;
}

export type StepName = keyof Steps;
export type Step = { [Name in StepName]: { readonly action: Name; readonly body: Steps[Name] } }[StepName];

/** One step with one ticket, by the same use case as a click on its page; answers the ticket's version. */
@Injectable()
export class TakeStepHandler {
  constructor(
    private readonly acceptTicket: AcceptTicketHandler,
    private readonly assignTicket: AssignTicketHandler,
    private readonly transferTicket: TransferTicketHandler,
    private readonly claims: ClaimTicketHandler,
    private readonly returnTicket: ReturnTicketHandler,
    private readonly escalateTicket: EscalateTicketHandler,
    private readonly pauseTicket: PauseTicketHandler,
    private readonly resumeTicket: ResumeTicketHandler,
  ) {}

  async execute(step: Step, target: TicketTarget): Promise<number> {
    return (await this.take(step, target)).version;
  }

  private take(step: Step, target: TicketTarget): Promise<{ readonly version: number }> {
    switch (step.action) {
      case 'accept':
        return this.acceptTicket.execute({ ...step.body, target });
      case 'assign':
        return this.assignTicket.execute({ ...step.body, target });
      case 'transfer':
        return this.transferTicket.execute({ ...step.body, target });
      case 'claim':
        return this.claims.claim({ ...step.body, target });
      case 'release':
        return this.claims.release(target);
      case 'return':
        return this.returnTicket.execute({ ...step.body, target });
      case 'escalate':
        return this.escalateTicket.execute({ ...step.body, target });
      case 'pause':
        return this.pauseTicket.execute({ ...step.body, target });
      case 'resume':
        return this.resumeTicket.execute({ ...step.body, target });
    }
  }
}
