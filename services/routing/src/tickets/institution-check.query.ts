import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { type Network } from '../network/network.js';
import { NetworkRepository } from '../network/network.repository.js';
import { type Verdicts } from '../rules/decision.js';
import { filtersFor, type FilterInput } from '../rules/eligibility.js';
import { ProductCategories } from '../rules/object-categories.js';
import { type RuleSet } from '../rules/rule-set.js';
import { WantReader } from '../rules/wants.js';
import { RuleSetRepository } from '../rulesets/rule-sets.repository.js';
import { type InstitutionRef, type TicketRecord } from './ticket-state.js';
import { institutionNotEligible } from './ticket.errors.js';

/** In whose hands the choice lies: what may be missing of the filters' verdicts. */
export type Fitness = (verdicts: Verdicts) => boolean;

/** The network and the rules of one moment, by which institutions are judged for tickets that are under way. */
export interface InstitutionJudge {
  readonly network: Network;
  readonly rules: RuleSet;
  /**
   * The institution, fit to do the work; refused with the filters' verdicts else. `named` tells whether the caller
   * named it (else the proposal has gone stale); the office is the ticket's unless another one is to take it.
   */
  require(ticket: TicketRecord, id: string, fit: Fitness, named?: boolean, nodePath?: string): InstitutionRef;
}

/** Every filter of the router, for a ticket that is under way: a licence may have run out since it was routed. */
@Injectable()
export class InstitutionCheck {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly products: ProductCategories,
    private readonly wants: WantReader,
    private readonly ruleSets: RuleSetRepository,
    private readonly clock: Clock,
  ) {}

  /** A judge who goes by the network and the rules as they are now. */
  async asOfNow(): Promise<InstitutionJudge> {
    const network = await this.networks.current();
    const now = this.clock.now();
    const rules = await this.ruleSets.inForce(now, network.version);
    return {
      network,
      rules,
      require: (ticket, id, fit, named = true, nodePath = ticket.nodePath) => {
        const institution = network.institution(id);
        if (!institution) throw institutionNotEligible(id, named);
        const { verdicts } = filtersFor(this.inputOf(ticket, now), nodePath, network, rules)(institution);
        if (!fit(verdicts)) throw institutionNotEligible(id, named, verdicts);
        return { id, name: institution.name };
      },
    };
  }

  private inputOf(ticket: TicketRecord, now: Date): FilterInput {
    const { serviceCode, domain, formJson, enterprise, regionCode, parkCode } = ticket;
    return {
      serviceCode,
      domain,
      regionCode,
      ...(parkCode !== undefined && { parkCode }),
      categories: this.products.of(domain, formJson),
      wants: this.wants.of(domain, formJson),
      date: shanghaiDate(now),
      enterpriseUscc: enterprise.uscc,
    };
  }
}
