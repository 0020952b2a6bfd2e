import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { AuditTrail, ContactPhones, notePersonalDataViewed, type Access } from '@nqi/platform';
import { TicketListRepository } from './ticket-list.repository.js';
import type { TicketRecord } from './ticket-state.js';
import { noSuchTicket } from './ticket.errors.js';

/** Shows the telephone of a ticket's contact in full; who looked and why is on record before they see it. */
@Injectable()
export class ViewContactHandler {
  constructor(
    private readonly tickets: TicketListRepository,
    private readonly phones: ContactPhones,
    private readonly trail: AuditTrail,
    private readonly database: Database,
  ) {}

  /** Throws `not_found` for a ticket that is out of the caller's reach. */
  execute(access: Access, id: string, reason: string): Promise<TicketRecord['contact']> {
    return this.database.transaction(async () => {
      const ticket = await this.tickets.get(id, access);
      if (!ticket) throw noSuchTicket(id);
      await notePersonalDataViewed(this.trail, { kind: 'ticket', id }, reason);
      const { name, phone } = ticket.contact;
      return { name, phone: this.phones.open(phone, ticket.requestId) };
    });
  }
}
