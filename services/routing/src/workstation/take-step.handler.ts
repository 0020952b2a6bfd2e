import { Injectable } from '@nestjs/common';
import { AcceptTicketHandler, type AcceptTicket } from '../tickets/accept-ticket.handler.js';
import { AssignTicketHandler, type AssignTicket } from '../tickets/assign-ticket.handler.js';
import { type TicketTarget } from '../tickets/change-ticket.handler.js';
import { EscalateTicketHandler, type EscalateTicket } from '../tickets/escalate-ticket.handler.js';
import { ReturnTicketHandler, type ReturnTicket } from '../tickets/return-ticket.handler.js';
import { TransferTicketHandler, type TransferTicket } from '../tickets/transfer-ticket.handler.js';
import { HoldTicketHandler, type HoldSteps } from './hold-ticket.handler.js';
import { type StepOf, type Wish } from './step.js';

/** What can be done with many tickets in the same way. A resolution is written for one ticket, so it is not here. */
interface Steps extends HoldSteps {
  readonly accept: Wish<AcceptTicket>;
  readonly assign: Wish<AssignTicket>;
  readonly transfer: Wish<TransferTicket>;
  readonly return: Wish<ReturnTicket>;
  readonly escalate: Wish<EscalateTicket>;
}

export type StepName = keyof Steps;
export type Step = StepOf<Steps>;

/** One step with one ticket, by the same use case as a click on its page; answers the ticket's version. */
@Injectable()
export class TakeStepHandler {
  constructor(
    private readonly acceptTicket: AcceptTicketHandler,
    private readonly assignTicket: AssignTicketHandler,
    private readonly transferTicket: TransferTicketHandler,
    private readonly returnTicket: ReturnTicketHandler,
    private readonly escalateTicket: EscalateTicketHandler,
    private readonly holdTicket: HoldTicketHandler,
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
      case 'return':
        return this.returnTicket.execute({ ...step.body, target });
      case 'escalate':
        return this.escalateTicket.execute({ ...step.body, target });
      default:
        return this.holdTicket.execute(step, target);
    }
  }
}
