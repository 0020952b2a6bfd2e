import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { Idempotency, type Access } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import { DialogueRepository } from './dialogue.repository.js';
import { allowanceOf, urgeOf, type UrgeAllowance } from './urge.js';

export interface UrgeTicket {
  readonly ticketId: string;
  readonly message?: string;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Lets an enterprise ask the office that holds its ticket to hurry, within limits. */
@Injectable()
export class UrgeTicketHandler {
  constructor(
    private readonly dialogue: DialogueRepository,
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  /** Answers what is left afterwards. */
  execute({ access, idempotencyKey, ...urge }: UrgeTicket): Promise<UrgeAllowance> {
    const keyOwner = `${access.principal.organizationId}/ticket.urge`;
    return this.idempotency.once(keyOwner, idempotencyKey, urge, () =>
      this.database.transaction(() => this.urge(urge, access)),
    );
  }

  private async urge({ ticketId, message }: Pick<UrgeTicket, 'ticketId' | 'message'>, access: Access) {
    const held = await this.dialogue.hold(ticketId, access);
    if (!held) throw noSuchTicket(ticketId);
    const { ticket, urges } = held;
    const now = this.clock.now();
    const urge = urgeOf(ticket.status, urges, this.calendar.working, now);
    const past = [...urges, urge];
    const made = { ...urge, by: access.principal.username, ...(message !== undefined && { message }) };
    await this.dialogue.addUrge(ticket, made, past.length);
    return allowanceOf(ticket.status, past, this.calendar.working, now);
  }
}
