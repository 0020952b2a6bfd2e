import { Injectable } from '@nestjs/common';
import { passesByHand } from '../rules/eligibility.js';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { InstitutionCheck, type InstitutionJudge } from './institution-check.query.js';
import { type Ticket } from './ticket.js';
import { type InstitutionRef, type TicketRecord } from './ticket-state.js';

export interface AcceptTicket {
  readonly target: TicketTarget;
  /** Confirms the institution proposed, or takes another one, for which a reason is due. */
  readonly institutionId?: string;
  readonly reason?: string;
}

/** The office takes a ticket. Whoever is to perform is checked again as of today: a licence may have run out since. */
@Injectable()
export class AcceptTicketHandler {
  constructor(
    private readonly changes: ChangeTicketHandler,
    private readonly institutions: InstitutionCheck,
  ) {}

  async execute({ target, institutionId, reason }: AcceptTicket): Promise<TicketRecord> {
    const judge = await this.institutions.asOfNow();
    return this.changes.execute(target, (ticket, act) => {
      ticket.accept(act, named(ticket, institutionId, judge), reason);
    });
  }
}

function named(ticket: Ticket, institutionId: string | undefined, judge: InstitutionJudge): InstitutionRef | undefined {
  const record = ticket.snapshot();
  const id = institutionId ?? record.institution?.id;
  if (id === undefined || record.status !== 'ROUTED') return undefined;
  const judged = judge.require(record, id, passesByHand, institutionId !== undefined);
  return institutionId === undefined ? undefined : judged;
}
