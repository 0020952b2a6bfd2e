import { Injectable } from '@nestjs/common';
import { type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import { type LinkListView } from './annotations.view.js';
import { LinkRepository } from './link.repository.js';

/** The tickets that a ticket is linked to, as far as the caller may see them. */
@Injectable()
export class ListLinksQuery {
  constructor(
    private readonly links: LinkRepository,
    private readonly networks: NetworkRepository,
  ) {}

  async execute(ticketId: string, access: Access): Promise<LinkListView> {
    const found = await this.links.ofTicket(ticketId, access);
    if (!found) throw noSuchTicket(ticketId);
    const network = await this.networks.lastSeen();
    return {
      items: found.map(({ other, ...link }) => ({
        ...link,
        ticket: {
          id: other.id,
          ticketNo: other.ticketNo,
          serviceName: other.serviceName,
          enterpriseName: other.enterprise.name,
          status: other.status,
          sla: other.sla,
          nodeCode: other.nodeCode,
          nodeName: network.node(other.nodeCode)?.name ?? { zh: other.nodeCode, en: other.nodeCode },
        },
      })),
    };
  }
}
