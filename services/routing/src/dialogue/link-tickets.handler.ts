import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { Idempotency, type Access } from '@nqi/platform';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import { LinkRepository } from './link.repository.js';
import {
  MOST_LINKS,
  endsOf,
  linkKnown,
  noSuchLink,
  otherTicketUnknown,
  splitStays,
  tooManyLinks,
  type LinkKind,
} from './link.js';

export interface LinkTickets {
  readonly ticketId: string;
  readonly otherId: string;
  readonly kind: LinkKind;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Ties tickets that belong together, and unties them. Both ends must be within the caller's reach. */
@Injectable()
export class LinkTicketsHandler {
  constructor(
    private readonly links: LinkRepository,
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  link({ access, idempotencyKey, ...wish }: LinkTickets): Promise<{ id: string }> {
    const keyOwner = `${access.principal.organizationId}/ticket.link`;
    return this.idempotency.once(keyOwner, idempotencyKey, wish, () =>
      this.database.transaction(() => this.tie(wish, access)),
    );
  }

  unlink(ticketId: string, linkId: string, access: Access): Promise<void> {
    return this.database.transaction(async () => {
      const kind = await this.links.holdLink(linkId, ticketId, access);
      if (!kind) throw noSuchLink(linkId);
      if (kind === 'split') throw splitStays();
      await this.links.remove(linkId, this.clock.now(), access.principal.username);
    });
  }

  private async tie(wish: Pick<LinkTickets, 'ticketId' | 'otherId' | 'kind'>, access: Access): Promise<{ id: string }> {
    const { ticketId, otherId, kind } = wish;
    const ends = endsOf(ticketId, otherId);
    const held = await this.links.hold(ends, access);
    if (!held.has(ticketId)) throw noSuchTicket(ticketId);
    if (!held.has(otherId)) throw otherTicketUnknown();
    // One after the other: both run on the connection of the ambient transaction.
    for (const end of ends) if ((await this.links.count(end)) >= MOST_LINKS) throw tooManyLinks();
    const link = { id: newId(), kind, at: this.clock.now(), by: access.principal.username };
    if (!(await this.links.add(link, ends))) throw linkKnown(kind);
    return { id: link.id };
  }
}
