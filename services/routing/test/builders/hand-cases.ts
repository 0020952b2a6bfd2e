import type { Institution } from '../../src/network/institution.js';
import { Network } from '../../src/network/network.js';
import { demonstrationInstitutions, referenceNodes } from '../../src/network/network.seed.js';
import type { ServiceNode } from '../../src/network/service-node.js';
import type { Decision, Loads, RoutingInput } from '../../src/rules/decision.js';
import { NOTHING_PAST, type PastWork } from '../../src/rules/past-work.js';
import { route } from '../../src/rules/router.js';
import { RULE_SET, type RuleSet } from '../../src/rules/rule-set.js';

/** A question to the router, and what is other than in the demonstration. */
export interface Case extends Partial<RoutingInput> {
  readonly nodes?: Record<string, Partial<ServiceNode>>;
  readonly bodies?: Record<string, Partial<Institution>>;
  readonly loads?: Loads;
  readonly past?: PastWork;
  readonly rules?: Partial<RuleSet>;
}

const NODES = referenceNodes();
export const BODIES = demonstrationInstitutions();
const DOMAINS = {
  MET: 'metrology',
  STD: 'standards',
  TST: 'testing',
  CER: 'certification',
  CON: 'consulting',
} as const;
export const TENGZHOU_USCC = '12370481XD90001197';
export function decide(
  serviceCode: string,
  { nodes = {}, bodies = {}, loads = new Map(), past, rules, ...asked }: Case,
): Decision {
  const network = new Network(
    1,
    NODES.map((node) => ({ ...node, ...nodes[node.code] })),
    BODIES.map((body) => ({ ...body, ...bodies[body.id] })),
  );
  const input: RoutingInput = {
    serviceCode,
    domain: DOMAINS[serviceCode.slice(0, 3) as keyof typeof DOMAINS],
    performingLevel: 'county',
    regionCode: '370481',
    categories: [],
    date: '2026-11-24',
    // As a client ticks who minds only that it is done; what an empty box means has its own cases.
    recommendedByPlatform: true,
    ...asked,
  };
  return route(input, network, loads, { ...RULE_SET, ...rules }, past ?? NOTHING_PAST);
}
