import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { type Network } from '../network/network.js';
import { NetworkRepository } from '../network/network.repository.js';
import { ProductCategories } from '../rules/object-categories.js';
import { type RuleSet } from '../rules/rule-set.js';
import { WantReader } from '../rules/wants.js';
import { RuleSetRepository } from '../rulesets/rule-sets.repository.js';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { institutionByHand } from './institution-by-hand.js';
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
    private readonly networks: NetworkRepository,
    private readonly products: ProductCategories,
    private readonly wants: WantReader,
    private readonly ruleSets: RuleSetRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ target, institutionId, reason }: AcceptTicket): Promise<TicketRecord> {
    const network = await this.networks.current();
    const rules = await this.ruleSets.inForce(this.clock.now(), network.version);
    return this.changes.execute(target, (ticket, act) => {
      ticket.accept(act, this.named(ticket, institutionId, network, rules), reason);
    });
  }

  private named(
    ticket: Ticket,
    institutionId: string | undefined,
    network: Network,
    rules: RuleSet,
  ): InstitutionRef | undefined {
    const record = ticket.snapshot();
    const id = institutionId ?? record.institution?.id;
    if (id === undefined || record.status !== 'ROUTED') return undefined;
    const input = {
      serviceCode: record.serviceCode,
      domain: record.domain,
      categories: this.products.of(record.domain, record.formJson),
      wants: this.wants.of(record.domain, record.formJson),
      date: shanghaiDate(this.clock.now()),
      enterpriseUscc: record.enterprise.uscc,
    };
    const named = institutionId !== undefined;
    const institution = institutionByHand(id, { network, rules, input, nodePath: record.nodePath, named });
    return named ? institution : undefined;
  }
}
