import { Injectable } from '@nestjs/common';
import { Clock, DomainError, shanghaiDate } from '@nqi/kernel';
import { type Network } from '../network/network.js';
import { NetworkRepository } from '../network/network.repository.js';
import { eligibility, passesByHand } from '../rules/eligibility.js';
import { ProductCategories } from '../rules/object-categories.js';
import { type RuleSet } from '../rules/rule-set.js';
import { WantReader } from '../rules/wants.js';
import { RuleSetRepository } from '../rulesets/rule-sets.repository.js';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
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
    const institution = network.institution(id);
    if (!institution) throw notEligible(id, institutionId !== undefined);
    const input = {
      serviceCode: record.serviceCode,
      domain: record.domain,
      categories: this.products.of(record.domain, record.formJson),
      wants: this.wants.of(record.domain, record.formJson),
      date: shanghaiDate(this.clock.now()),
      enterpriseUscc: record.enterprise.uscc,
    };
    const { verdicts } = eligibility(institution, input, record.nodePath, network, rules);
    if (!passesByHand(verdicts)) throw notEligible(id, institutionId !== undefined, verdicts);
    return institutionId === undefined ? undefined : { id, name: institution.name };
  }
}

/** The caller's fault when the caller named it; else the proposal went stale and another one has to be named. */
function notEligible(institutionId: string, named: boolean, verdicts?: object): DomainError {
  return new DomainError(
    'TICKET.INSTITUTION_NOT_ELIGIBLE',
    named ? 'invalid' : 'conflict',
    { zh: `机构 ${institutionId} 目前不能承办此项服务`, en: `${institutionId} may not perform this service now` },
    { institutionId, ...(verdicts && { verdicts }) },
    '/institutionId',
  );
}
