import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isTechnicalDomain, shanghaiDate } from '@nqi/kernel';
import { NetworkRepository } from '../network/network.repository.js';
import { RuleSetRepository } from '../rulesets/rule-sets.repository.js';
import { type Decision, type DecisionRecord, type RoutingInput } from './decision.js';
import { LoadRepository } from './loads.repository.js';
import { ProductCategories } from './object-categories.js';
import { NOTHING_PAST, type PastWork } from './past-work.js';
import { PastWorkRepository } from './past-work.repository.js';
import { route } from './router.js';
import { WantReader } from './wants.js';

/** What an order says that matters for its route. */
export interface RouteQuestion extends Omit<RoutingInput, 'categories' | 'wants' | 'date'> {
  readonly formJson: string;
}

/** Asks the router with everything it needs to know of the moment. */
@Injectable()
export class DecideRouteHandler {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly loads: LoadRepository,
    private readonly products: ProductCategories,
    private readonly wants: WantReader,
    private readonly ruleSets: RuleSetRepository,
    private readonly past: PastWorkRepository,
  ) {}

  /** By the network last seen, which the database then has to confirm, or by the newest one. */
  async execute(question: RouteQuestion, at: Date, by: 'last-seen' | 'newest'): Promise<DecisionRecord> {
    const network = by === 'newest' ? await this.networks.current() : await this.networks.lastSeen();
    const { formJson, ...facts } = question;
    const input = {
      ...facts,
      categories: this.products.of(facts.domain, formJson),
      wants: this.wants.of(facts.domain, formJson),
      date: shanghaiDate(at),
    };
    const rules = await this.ruleSets.inForce(at, network.version);
    const decision = route(input, network, await this.loads.lastSeen(), rules, await this.pastOf(question));
    return { decision, decidedAt: at, inputHash: hashOf(decision) };
  }

  /** An item that needs no institution asks for nothing of the past. */
  private async pastOf({ domain, enterpriseUscc }: RouteQuestion): Promise<PastWork> {
    if (!isTechnicalDomain(domain)) return NOTHING_PAST;
    const records = await this.past.records();
    // One after the other: both run on the connection of the ambient transaction.
    const earlier =
      enterpriseUscc === undefined ? undefined : await this.past.earlierInstitution(enterpriseUscc, domain);
    return { records, ...(earlier !== undefined && { earlierInstitutionId: earlier }) };
  }

  /** The decision stands: office and proposed institution have one ticket more. */
  taken({ node, triage, institution: { id } }: Decision): void {
    this.loads.added([...(triage ? [] : [node.code]), ...(id === undefined ? [] : [id])]);
  }
}

function hashOf({ ruleSet, networkVersion, input, node, candidates }: Decision): string {
  const facts = candidates.map(({ institutionId, openTickets, record, earlier }) => [
    institutionId,
    openTickets,
    ...(record ? [record.met, record.missed, record.finishedPerDay] : []),
    earlier === true,
  ]);
  const held = node.steps.flatMap(({ openTickets }) => (openTickets === undefined ? [] : [openTickets]));
  return createHash('sha256')
    .update(JSON.stringify([ruleSet, networkVersion, input, facts, ...held]))
    .digest('hex');
}
