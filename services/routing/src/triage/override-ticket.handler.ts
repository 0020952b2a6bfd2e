import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { type Network } from '../network/network.js';
import { NetworkRepository } from '../network/network.repository.js';
import { ProductCategories } from '../rules/object-categories.js';
import { WantReader } from '../rules/wants.js';
import { type RuleSet } from '../rules/rule-set.js';
import { RuleSetRepository } from '../rulesets/rule-sets.repository.js';
import { ChangeTicketHandler, type TicketTarget } from '../tickets/change-ticket.handler.js';
import { institutionByHand } from '../tickets/institution-by-hand.js';
import { type TicketRecord } from '../tickets/ticket-state.js';
import { nodeDoesNotServe } from '../tickets/ticket.errors.js';
import { type OverrideTo } from './override.js';
import { notInTriage } from './triage.errors.js';

export interface OverrideTicket {
  readonly target: TicketTarget;
  readonly nodeCode?: string;
  readonly institutionId?: string;
  readonly reason: string;
}

/** A person decides instead of the router (人工派单); the law's filters hold for people too. */
@Injectable()
export class OverrideTicketHandler {
  constructor(
    private readonly changes: ChangeTicketHandler,
    private readonly networks: NetworkRepository,
    private readonly products: ProductCategories,
    private readonly wants: WantReader,
    private readonly ruleSets: RuleSetRepository,
    private readonly clock: Clock,
  ) {}

  /** `placing` only takes tickets that wait in triage. */
  async execute({ target, reason, ...wish }: OverrideTicket, placing: boolean): Promise<TicketRecord> {
    const network = await this.networks.current();
    const rules = await this.ruleSets.inForce(this.clock.now(), network.version);
    return this.changes.execute(target, (ticket, act) => {
      const record = ticket.snapshot();
      if (placing && record.triage === undefined) throw notInTriage(record.id);
      ticket.override(act, this.placeFor(record, wish, network, rules), reason);
    });
  }

  private placeFor(
    record: TicketRecord,
    { nodeCode, institutionId }: Pick<OverrideTicket, 'nodeCode' | 'institutionId'>,
    network: Network,
    rules: RuleSet,
  ): OverrideTo {
    const office = nodeCode === undefined ? undefined : network.requireNode(nodeCode, '/nodeCode');
    if (office && !(office.active && office.domains.includes(record.domain))) throw nodeDoesNotServe(office.code);
    if (institutionId === undefined) return { ...(office && { office }) };
    const input = {
      serviceCode: record.serviceCode,
      domain: record.domain,
      categories: this.products.of(record.domain, record.formJson),
      wants: this.wants.of(record.domain, record.formJson),
      date: shanghaiDate(this.clock.now()),
      enterpriseUscc: record.enterprise.uscc,
    };
    const nodePath = office?.path ?? record.nodePath;
    const institution = institutionByHand(institutionId, { network, rules, input, nodePath, named: true });
    return { ...(office && { office }), institution };
  }
}
