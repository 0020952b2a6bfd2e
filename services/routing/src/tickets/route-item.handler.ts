import { Injectable } from '@nestjs/common';
import { Clock, NUMBER_LETTERS, newId } from '@nqi/kernel';
import { type ClockSegment } from '../clocks/ticket-clocks.js';
import { TermsRepository } from '../clocks/terms.repository.js';
import { SplitLinkHandler } from '../dialogue/split-link.handler.js';
import { DecideRouteHandler } from '../rules/decide-route.handler.js';
import { type DecisionRecord } from '../rules/decision.js';
import { Ticket } from './ticket.js';
import { SYSTEM } from './ticket-routing.js';
import { TicketNumbers } from './ticket-numbers.repository.js';
import { type TicketOrder } from './ticket-state.js';
import { TicketRepository } from './ticket.repository.js';

/** An item that wants an office. */
export interface RouteItem {
  readonly order: TicketOrder;
  readonly performingLevel: string;
  readonly completeLimitDays: number;
  readonly chosenInstitutionId?: string;
  readonly wantedDate?: string;
  readonly recommendedByPlatform?: boolean;
  readonly splitFrom?: SplitFrom;
}

/** The ticket that an item was split off, and when its clocks began. */
export interface SplitFrom {
  readonly ticketId: string;
  readonly promisedFrom: Date;
}

/** How often the network may change under a decision before the event is left for a later try. */
const ATTEMPTS = 3;

/** Gives an item its one ticket; an item that has one, or was withdrawn, gets none. */
@Injectable()
export class RouteItemHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly numbers: TicketNumbers,
    private readonly routes: DecideRouteHandler,
    private readonly links: SplitLinkHandler,
    private readonly terms: TermsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(item: RouteItem): Promise<void> {
    const { order, completeLimitDays: limitDays, splitFrom, ...wishes } = item;
    const question = {
      ...wishes,
      limitDays,
      enterpriseUscc: order.enterprise.uscc,
      serviceCode: order.serviceCode,
      domain: order.domain,
      regionCode: order.regionCode,
      ...(order.parkCode !== undefined && { parkCode: order.parkCode }),
      formJson: order.formJson,
    };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const record = await this.routes.execute(question, this.clock.now(), attempt === 1 ? 'last-seen' : 'newest');
      const ticket = await this.ticketFor(item, record);
      const outcome = await this.tickets.add(ticket, record);
      if (outcome === 'added') this.routes.taken(record.decision);
      if (outcome === 'added' && splitFrom) await this.links.splitOff(splitFrom.ticketId, ticket.snapshot());
      if (outcome !== 'network-changed') return;
    }
    throw new Error('the network changes faster than an item can be routed');
  }

  private async before({ ticketId, promisedFrom }: SplitFrom, itemId: string): Promise<readonly ClockSegment[]> {
    const known = await this.tickets.segmentsAtSplit(ticketId, itemId);
    return known ?? [{ state: 'running', cause: 'ROUTED', actor: SYSTEM, from: promisedFrom }];
  }

  private async ticketFor(item: RouteItem, { decision, decidedAt }: DecisionRecord): Promise<Ticket> {
    const { id, name, choice } = decision.institution;
    const { triage } = decision;
    const hub = triage && { code: triage.nodeCode, path: triage.nodePath, reasonCode: triage.reasonCode };
    return Ticket.route(
      { id: newId(), ticketNo: await this.numbers.next(NUMBER_LETTERS[item.order.domain], decidedAt) },
      item.order,
      {
        node: hub ?? decision.node,
        ...(triage && { triage: triage.reasonCode }),
        institutionChoice: choice,
        ...(item.splitFrom && { before: await this.before(item.splitFrom, item.order.itemId) }),
        ...(id !== undefined && name !== undefined && { institution: { id, name } }),
      },
      item.completeLimitDays,
      decidedAt,
      await this.terms.inForce(decidedAt, decision.networkVersion),
    );
  }
}
