import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Access } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { TermsRepository } from '../clocks/terms.repository.js';
import { type Terms } from '../clocks/ticket-clocks.js';
import { type Network } from '../network/network.js';
import { NetworkRepository } from '../network/network.repository.js';
import { DialogueRepository, type StoredProgress } from './dialogue.repository.js';
import { progressOf, sentenceOf } from './progress.js';
import { type ProgressListView, type ProgressView } from './progress.view.js';
import { allowanceOf } from './urge.js';

/** More items than any request has. */
const MOST_ITEMS = 200;

/** How far the items of a request have come, for its enterprise and for the offices; no person and no score is named. */
@Injectable()
export class ReadProgressQuery {
  constructor(
    private readonly dialogue: DialogueRepository,
    private readonly networks: NetworkRepository,
    private readonly terms: TermsRepository,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  /** An item that no office has yet is not there. */
  async execute(requestId: string, access: Access): Promise<ProgressListView> {
    const found = await this.dialogue.ofRequest(requestId, access, MOST_ITEMS);
    const network = await this.networks.lastSeen();
    const now = this.clock.now();
    const items: ProgressView[] = [];
    for (const stored of found) items.push(this.view(stored, await this.terms.of(stored.ticket), network, now));
    return { items };
  }

  private view({ ticket, decision, urges }: StoredProgress, terms: Terms, network: Network, now: Date): ProgressView {
    const nameOf = (code: string) => network.node(code)?.name ?? { zh: code, en: code };
    const { nodeCode, institution } = ticket;
    const nodeName = nameOf(nodeCode);
    return {
      itemId: ticket.itemId,
      ticketId: ticket.id,
      ticketNo: ticket.ticketNo,
      serviceCode: ticket.serviceCode,
      serviceName: ticket.serviceName,
      domain: ticket.domain,
      status: ticket.status,
      promise: {
        acceptDueAt: ticket.acceptDueAt,
        completeDueAt: ticket.completeDueAt,
        estimated: ticket.dueEstimated,
      },
      holder: { nodeCode, nodeName, institutionId: institution?.id, institutionName: institution?.name },
      ...progressOf(ticket, nodeName, terms, now),
      sentence: sentenceOf(decision, ticket, nameOf),
      urges: allowanceOf(ticket.status, urges, this.calendar.working, now),
    };
  }
}
