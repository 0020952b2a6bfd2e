import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { NetworkRepository } from '../network/network.repository.js';
import { type Verdicts } from '../rules/decision.js';
import { eligibility } from '../rules/eligibility.js';
import { ProductCategories } from '../rules/object-categories.js';
import { WantReader } from '../rules/wants.js';
import { RuleSetRepository } from '../rulesets/rule-sets.repository.js';
import { type InstitutionRef, type TicketRecord } from './ticket-state.js';

export interface JudgedInstitution {
  readonly ref: InstitutionRef;
  readonly verdicts: Verdicts;
}

/** Judges one institution for one ticket; undefined when there is no such institution. */
export type InstitutionJudge = (ticket: TicketRecord, id: string) => JudgedInstitution | undefined;

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
    return ({ serviceCode, domain, formJson, nodePath, enterprise }, id) => {
      const institution = network.institution(id);
      if (!institution) return undefined;
      const input = {
        serviceCode,
        domain,
        categories: this.products.of(domain, formJson),
        wants: this.wants.of(domain, formJson),
        date: shanghaiDate(now),
        enterpriseUscc: enterprise.uscc,
      };
      const { verdicts } = eligibility(institution, input, nodePath, network, rules);
      return { ref: { id, name: institution.name }, verdicts };
    };
  }
}
