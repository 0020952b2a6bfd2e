import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { endsOf } from './link.js';
import { LinkRepository } from './link.repository.js';

/** Ties a ticket to the one it was split off, in the transaction that adds it. */
@Injectable()
export class SplitLinkHandler {
  constructor(private readonly links: LinkRepository) {}

  async splitOff(
    fromTicketId: string,
    { id, routedAt }: { readonly id: string; readonly routedAt: Date },
  ): Promise<void> {
    await this.links.add({ id: newId(), kind: 'split', at: routedAt, by: 'system' }, endsOf(fromTicketId, id));
  }
}
