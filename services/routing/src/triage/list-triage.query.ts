import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, toPage, type Access, type Page, type PageQuery, decodeTimeCursor } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { TriageRepository } from './triage.repository.js';
import { waitingView, type WaitingTicketView } from './triage.view.js';

/** What waits for a person, within the caller's reach. */
@Injectable()
export class ListTriageQuery {
  constructor(
    private readonly triage: TriageRepository,
    private readonly networks: NetworkRepository,
  ) {}

  async execute({ limit = DEFAULT_PAGE, cursor }: PageQuery, access: Access): Promise<Page<WaitingTicketView>> {
    const network = await this.networks.current();
    const after = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    const found = await this.triage.waiting(access, limit, after);
    return toPage(
      found,
      limit,
      ({ ticket }) => [ticket.routedAt.toISOString(), ticket.id],
      (waiting) => waitingView(waiting, network),
    );
  }
}
