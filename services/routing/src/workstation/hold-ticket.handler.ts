import { Injectable } from '@nestjs/common';
import { type TicketTarget } from '../tickets/change-ticket.handler.js';
import { PauseTicketHandler, type PauseTicket } from '../tickets/pause-ticket.handler.js';
import { ResumeTicketHandler, type ResumeTicket } from '../tickets/resume-ticket.handler.js';
import { ClaimTicketHandler, type ClaimTicket } from './claim-ticket.handler.js';
import { type StepOf, type Wish } from './step.js';

export interface HoldSteps {
  readonly claim: Wish<ClaimTicket>;
  readonly release: object;
  readonly pause: Wish<PauseTicket>;
  readonly resume: Wish<ResumeTicket>;
}

/** The steps that keep a ticket where it stands, from colleagues or from its clocks, and that let it go on. */
@Injectable()
export class HoldTicketHandler {
  constructor(
    private readonly claims: ClaimTicketHandler,
    private readonly pauseTicket: PauseTicketHandler,
    private readonly resumeTicket: ResumeTicketHandler,
  ) {}

  execute(step: StepOf<HoldSteps>, target: TicketTarget): Promise<{ readonly version: number }> {
    switch (step.action) {
      case 'claim':
        return this.claims.claim({ ...step.body, target });
      case 'release':
        return this.claims.release(target);
      case 'pause':
        return this.pauseTicket.execute({ ...step.body, target });
      case 'resume':
        return this.resumeTicket.execute({ ...step.body, target });
    }
  }
}
