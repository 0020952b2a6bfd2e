import { DomainError } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import type { Decision, RoutingInput } from '../rules/decision.js';
import type { PastWork } from '../rules/past-work.js';
import { route } from '../rules/router.js';
import type { RuleSet } from '../rules/rule-set.js';
import { gini } from './gini.js';
import { moveReason, type MoveReason } from './move-reason.js';
import { Workload } from './workload.js';

const MOST_EXAMPLES = 20;
/** Examples of one reason. */
const PER_REASON = 5;

/** One request of a sample; samples are in the order of their instants. */
export interface SimulatedRequest {
  readonly input: RoutingInput;
  readonly at: number;
  readonly limitWorkingDays: number;
}

export interface Destination {
  readonly node: string;
  readonly institution?: string;
}

export interface Move {
  readonly serviceCode: string;
  readonly regionCode: string;
  readonly from: Destination;
  readonly to: Destination;
  readonly reason: MoveReason;
}

/** What one rule set makes of the sample. */
export interface SideReport {
  readonly ruleSet: string;
  /** Requests for which an institution was proposed or designated. */
  readonly placed: number;
  /** Of how unevenly they are spread over the institutions of the network. */
  readonly loadGini: number;
  /** Placed ones that the workload forecast finishes after their limit. */
  readonly predictedBreaches: number;
  /** From office to institution, where both places are known. */
  readonly meanKilometres?: number;
}

export interface SimulationReport {
  readonly requests: number;
  /** No office takes them, by one of the rule sets at least. */
  readonly refused: number;
  readonly moved: number;
  readonly movedByReason: Readonly<Record<string, number>>;
  readonly examples: readonly Move[];
  readonly baseline: SideReport;
  readonly draft: SideReport;
}

/** Runs the router twice over a sample, request by request, each side in a world that its own decisions make busy. */
export class Simulation {
  private readonly baseline: Side;
  private readonly draft: Side;
  private readonly examples: Move[] = [];
  private readonly reasons = new Map<string, number>();
  private requests = 0;
  private refused = 0;
  private moved = 0;

  /** `records` are what institutions really finished: their pace, and their on-time rates as the router weighs them. */
  constructor(network: Network, baseline: RuleSet, draft: RuleSet, records: PastWork['records'] = new Map()) {
    // One pace of work for both: a draft that calls bodies larger does not make them faster.
    this.baseline = new Side(network, baseline, baseline.institutionCapacity, records);
    this.draft = new Side(network, draft, baseline.institutionCapacity, records);
  }

  step(request: SimulatedRequest): void {
    this.requests += 1;
    const before = this.baseline.decide(request);
    const after = this.draft.decide(request);
    if (!before || !after) {
      this.refused += 1;
      return;
    }
    const reason = moveReason(before, after);
    if (!reason) return;
    this.moved += 1;
    const seen = this.reasons.get(reason.code) ?? 0;
    this.reasons.set(reason.code, seen + 1);
    // A few of each reason, so that a rare one is shown too.
    if (this.examples.length < MOST_EXAMPLES && seen < PER_REASON) {
      const { serviceCode, regionCode } = request.input;
      this.examples.push({ serviceCode, regionCode, from: destination(before), to: destination(after), reason });
    }
  }

  report(): SimulationReport {
    return {
      requests: this.requests,
      refused: this.refused,
      moved: this.moved,
      movedByReason: Object.fromEntries([...this.reasons].sort()),
      examples: this.examples,
      baseline: this.baseline.report(),
      draft: this.draft.report(),
    };
  }
}

class Side {
  private readonly workload: Workload;
  private readonly taken = new Map<string, number>();
  private placed = 0;
  private breaches = 0;
  private kilometres = 0;
  private measured = 0;

  constructor(
    private readonly network: Network,
    private readonly rules: RuleSet,
    capacity: number,
    private readonly records: PastWork['records'],
  ) {
    this.workload = new Workload(capacity, records);
  }

  /** Undefined when no office takes the request. */
  decide({ input, at, limitWorkingDays }: SimulatedRequest): Decision | undefined {
    const decision = this.ask(input, at);
    const id = decision?.institution.id;
    if (!decision || id === undefined) return decision;
    this.placed += 1;
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    if (this.workload.take(id, at, limitWorkingDays) === 'late') this.breaches += 1;
    const kilometres = decision.candidates.find(({ institutionId }) => institutionId === id)?.kilometres;
    if (kilometres !== undefined) {
      this.kilometres += kilometres;
      this.measured += 1;
    }
    return decision;
  }

  private ask(input: RoutingInput, at: number): Decision | undefined {
    try {
      const past = { records: this.records };
      const decision = route(settled(input), this.network, this.workload.loadsAt(at), this.rules, past);
      return decision.node.stranded === undefined ? decision : undefined;
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }

  report(): SideReport {
    const shares = this.network.institutions
      .filter(({ capabilities }) => capabilities.length > 0)
      .map(({ id }) => this.taken.get(id) ?? 0);
    return {
      ruleSet: this.rules.version,
      placed: this.placed,
      loadGini: rounded(gini(shares), 4),
      predictedBreaches: this.breaches,
      ...(this.measured > 0 && { meanKilometres: rounded(this.kilometres / this.measured, 2) }),
    };
  }
}

function destination({ node, institution }: Decision): Destination {
  return { node: node.code, ...(institution.id !== undefined && { institution: institution.id }) };
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}

/** A client that names nobody is taken to follow the platform's first: who would choose otherwise is not known. */
function settled(input: RoutingInput): RoutingInput {
  return input.chosenInstitutionId === undefined ? { ...input, recommendedByPlatform: true } : input;
}
