import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion } from '@nqi/platform';
import { passesOnRequest } from '../rules/eligibility.js';
import { type TicketTarget } from '../tickets/change-ticket.handler.js';
import { InstitutionCheck } from '../tickets/institution-check.query.js';
import { choiceNeedsNote, noSuchTicket } from '../tickets/ticket.errors.js';
import { TicketRepository } from '../tickets/ticket.repository.js';

export interface ChooseInstitution {
  readonly target: TicketTarget;
  readonly institutionId: string;
  /** Due when an office records the choice: how it knows. */
  readonly note?: string;
}

/** The client says who performs the work; an office may write it down for the client. No claim keeps the client out. */
@Injectable()
export class ChooseInstitutionHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly institutions: InstitutionCheck,
    private readonly clock: Clock,
  ) {}

  async execute({ target, institutionId, note }: ChooseInstitution): Promise<void> {
    const { ticketId, access, expectedVersion } = target;
    const onBehalf = access.principal.organizationKind !== 'enterprise';
    const judge = await this.institutions.asOfNow();
    await this.tickets.update(ticketId, (ticket) => {
      const record = ticket.snapshot();
      const { nodePath, enterprise, version } = record;
      if (!access.covers({ nodePath, enterpriseUscc: enterprise.uscc })) throw noSuchTicket(ticketId);
      assertVersion(expectedVersion, version);
      if (onBehalf && !note) throw choiceNeedsNote();
      const institution = judge.require(record, institutionId, passesOnRequest);
      const act = { actor: access.principal.username, at: this.clock.now() };
      ticket.choose(act, institution, { onBehalf, ...(note !== undefined && { note }) });
    });
  }
}
