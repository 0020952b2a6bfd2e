import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Idempotency, type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { type RuleSet } from '../rules/rule-set.js';
import { RuleSetRepository } from '../rulesets/rule-sets.repository.js';
import { RULE_SETS, ruleSetOf } from '../rulesets/stored-rule-set.js';
import { badFrame, eitherOr, queueFull, type RecordedSample, type Sample } from './simulation-job.js';
import { SimulationRunner } from './simulation.runner.js';
import { SimulationRepository } from './simulations.repository.js';

export interface RequestSimulation {
  /** A stored version, or a content that is stored nowhere. */
  readonly ruleSet?: string;
  readonly content?: unknown;
  readonly sample: { readonly recorded?: RecordedSample; readonly generated?: { requests: number; seed: number } };
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Queues a comparison of a rule set with the one in force now. */
@Injectable()
export class RequestSimulationHandler {
  constructor(
    private readonly simulations: SimulationRepository,
    private readonly ruleSets: RuleSetRepository,
    private readonly networks: NetworkRepository,
    private readonly runner: SimulationRunner,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async execute({ access, idempotencyKey, ...asked }: RequestSimulation): Promise<{ id: string }> {
    const owner = `${access.principal.organizationId}/simulation.request`;
    const answer = await this.idempotency.once(owner, idempotencyKey, asked, async () => {
      const createdAt = this.clock.now();
      const sample = checkedSample(asked.sample);
      const draft = await this.draftOf(asked);
      const { version } = await this.networks.current();
      const baseline = await this.ruleSets.inForce(createdAt, version);
      const id = newId();
      const requestedBy = access.principal.username;
      const question = { baseline, draft, sample };
      const job = { id, status: 'QUEUED' as const, question, requestedBy, createdAt, attempts: 0 };
      if (!(await this.simulations.add(job))) throw queueFull();
      return { id };
    });
    this.runner.ring();
    return answer;
  }

  private async draftOf({ ruleSet, content }: Pick<RequestSimulation, 'ruleSet' | 'content'>): Promise<RuleSet> {
    if ((ruleSet === undefined) === (content === undefined)) throw eitherOr('/ruleSet', ['ruleSet', 'content']);
    if (ruleSet === undefined) return ruleSetOf({ version: 'inline', content: RULE_SETS.checked(content) });
    const stored = await this.ruleSets.get(ruleSet);
    if (!stored) throw RULE_SETS.errors.unknown(ruleSet, '/ruleSet');
    return ruleSetOf(stored);
  }
}

function checkedSample({ recorded, generated }: RequestSimulation['sample']): Sample {
  if (generated && !recorded) return { generated };
  if (!recorded || generated) throw eitherOr('/sample', ['recorded', 'generated']);
  if (!(new Date(recorded.from) < new Date(recorded.until))) throw badFrame();
  return { recorded };
}
