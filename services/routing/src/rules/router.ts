import { isTechnicalDomain } from '@nqi/kernel';
import type { Institution } from '../network/institution.js';
import type { Network } from '../network/network.js';
import { isWithin, kilometresBetween, type ServiceNode } from '../network/service-node.js';
import type {
  Candidate,
  ChoiceBasis,
  ClientWish,
  Decision,
  InstitutionDecision,
  Loads,
  NodeDecision,
  PoolStep,
  RoutingInput,
} from './decision.js';
import { isClientsChoice } from './client-choice.js';
import { filtersFor, passesAll, passesOnRequest, type Filters } from './eligibility.js';
import { entryNode, seatOf } from './entry-node.js';
import { NOTHING_PAST, type PastWork } from './past-work.js';
import { isStatutory, type Relation, type RuleSet } from './rule-set.js';
import { score } from './score.js';

/**
 * Decides which office takes an item and which institution is proposed to perform it. The same input always gives the
 * same decision, whatever the order of the network's members; ties go to the lower institution id.
 */
export function route(
  input: RoutingInput,
  network: Network,
  loads: Loads,
  rules: RuleSet,
  past: PastWork = NOTHING_PAST,
): Decision {
  const node = entryNode(network, input, loads, rules);
  const decision = { ruleSet: rules.version, networkVersion: network.version, input, node };
  if (!isTechnicalDomain(input.domain)) {
    const clientWish = input.chosenInstitutionId === undefined ? {} : { clientWish: 'NOT_NEEDED' as const };
    const triage = triageOf(node, undefined, network);
    return { ...decision, ...triage, institution: { choice: 'none', pools: [], ...clientWish }, candidates: [] };
  }
  const seat = seatOf(input, node.path, network) ?? network.requireNode(node.code);
  const candidates = candidatesFor(input, seat, network, { loads, rules, past });
  const { pools, ranked } = askPools(candidates, node, network);
  const institution = choose(input, ranked, candidates, pools, rules);
  return {
    ...decision,
    ...triageOf(node, institution, network),
    institution,
    candidates: withRanks(candidates, ranked),
  };
}

/** What no office takes, or what needs an institution where no pool has any, waits at the hub for a person. */
function triageOf(
  { stranded }: NodeDecision,
  institution: InstitutionDecision | undefined,
  network: Network,
): Pick<Decision, 'triage'> {
  const last = institution?.id === undefined ? institution?.pools.at(-1) : undefined;
  const reasonCode = stranded ?? last?.reasonCode;
  const hub = network.nodes.find(({ level }) => level === 'CITY');
  if (reasonCode === undefined || !hub) return {};
  return { triage: { nodeCode: hub.code, nodePath: hub.path, reasonCode } };
}

/** What is the same for every candidate of a decision. */
interface Measures {
  readonly loads: Loads;
  readonly rules: RuleSet;
  readonly past: PastWork;
}

function candidatesFor(input: RoutingInput, seat: ServiceNode, network: Network, measures: Measures): Candidate[] {
  const chosen = network.institution(input.chosenInstitutionId);
  const filters = filtersFor(input, seat.path, network, measures.rules);
  const members = new Set([...network.institutionsOf(input.domain), ...(chosen ? [chosen] : [])]);
  return [...members]
    .map((institution) => assess(institution, filters, input, seat, network, measures))
    .sort((a, b) => (a.institutionId < b.institutionId ? -1 : 1));
}

function assess(
  institution: Institution,
  filters: Filters,
  input: RoutingInput,
  seat: ServiceNode,
  network: Network,
  { loads, rules, past }: Measures,
): Candidate {
  const openTickets = loads.get(institution.id) ?? 0;
  const { fit, documents, verdicts } = filters(institution, openTickets);
  const relation = relationOf(institution, seat, network);
  const kilometres = distance(institution, seat, network);
  const record = past.records.get(institution.id);
  const earlier = past.earlierInstitutionId === institution.id;
  const facts = {
    institutionId: institution.id,
    name: institution.name,
    relation,
    ...(kilometres !== undefined && { kilometres }),
    openTickets,
    ...(record && { record }),
    ...(earlier && { earlier }),
    ...(documents.length > 0 && { designatedBy: documents }),
    verdicts,
  };
  if (!passesAll(verdicts)) return facts;
  const scored = { ...facts, earlier, specialist: fit === 'specialist', institution };
  return { ...facts, score: score(scored, input, rules) };
}

/** How an institution's home stands to the office by whose place it is judged. */
function relationOf(institution: Institution, { path }: ServiceNode, network: Network): Relation {
  const home = network.node(institution.homeNodeCode);
  if (!home) return 'elsewhere';
  if (isWithin(home.path, path)) return 'own-station';
  if (isWithin(path, home.path)) {
    if (home.level === 'PROVINCE') return 'province';
    return home.level === 'CITY' ? 'hub' : 'own-county';
  }
  return 'sibling';
}

function distance(institution: Institution, seat: ServiceNode, network: Network): number | undefined {
  const home = network.node(institution.homeNodeCode);
  const from = home && network.locationOf(home);
  const to = network.locationOf(seat);
  return from && to ? kilometresBetween(from, to) : undefined;
}

interface Ranking {
  readonly pools: PoolStep[];
  /** Those that pass every filter in the first pool that has any, best first. */
  readonly ranked: readonly Candidate[];
}

/** Asks the city's institutions first; when none passes, a reason lifts the question to the province's and beyond. */
function askPools(candidates: readonly Candidate[], node: NodeDecision, network: Network): Ranking {
  const pools: PoolStep[] = [];
  for (const owner of poolOwners(network, node)) {
    const ranked = candidates
      .filter(({ score: passed, institutionId }) => passed && belongsTo(owner, institutionId, network))
      .sort((a, b) => (b.score?.total ?? 0) - (a.score?.total ?? 0));
    if (ranked.length > 0) return { pools: [...pools, { nodeCode: owner.code, eligible: ranked.length }], ranked };
    const lacksRoom = candidates.some(
      ({ verdicts, institutionId }) =>
        verdicts.room !== 'PASS' &&
        passesAll({ ...verdicts, room: 'PASS' }) &&
        belongsTo(owner, institutionId, network),
    );
    pools.push({ nodeCode: owner.code, eligible: 0, reasonCode: lacksRoom ? 'OVERLOADED' : 'NO_CAPABILITY' });
  }
  return { pools, ranked: [] };
}

/** The hub keeps the resource pool of its city; the province that of everybody. */
function poolOwners(network: Network, { code }: NodeDecision): ServiceNode[] {
  return network.lineage(network.requireNode(code)).filter(({ level }) => level === 'CITY' || level === 'PROVINCE');
}

function belongsTo(owner: ServiceNode, institutionId: string, network: Network): boolean {
  if (owner.level === 'PROVINCE') return true;
  const home = network.node(network.institution(institutionId)?.homeNodeCode);
  return home !== undefined && isWithin(home.path, owner.path);
}

function choose(
  input: RoutingInput,
  ranked: readonly Candidate[],
  candidates: readonly Candidate[],
  pools: readonly PoolStep[],
  rules: RuleSet,
): InstitutionDecision {
  const wanted = input.chosenInstitutionId;
  const best = ranked[0];
  if (isStatutory(rules, input.serviceCode)) {
    const wish = wanted === undefined ? undefined : statutoryWish(wanted, best);
    const acts = best?.designatedBy;
    return {
      ...pick(best, 'statutory', 'DESIGNATED'),
      ...(acts && { designatedBy: acts }),
      pools,
      ...(wish && { clientWish: wish }),
    };
  }
  const owed = isClientsChoice(input.serviceCode) && best !== undefined;
  const nobody: InstitutionDecision = { choice: owed ? 'awaited' : 'none', pools };
  if (wanted === undefined) {
    if (owed && !input.recommendedByPlatform) return nobody;
    const basis = input.recommendedByPlatform ? 'PLATFORM_RECOMMENDED' : 'PLATFORM_PROPOSAL';
    return { ...pick(best, 'platform', basis), pools };
  }
  const candidate = candidates.find(({ institutionId }) => institutionId === wanted);
  if (!candidate) return { ...nobody, clientWish: 'UNKNOWN_INSTITUTION' };
  if (!passesOnRequest(candidate.verdicts)) return { ...nobody, clientWish: 'NOT_ELIGIBLE' };
  return { ...pick(candidate, 'client', 'CLIENT_CHOICE'), pools, clientWish: 'FOLLOWED' };
}

function statutoryWish(wanted: string, best: Candidate | undefined): ClientWish {
  return wanted === best?.institutionId ? 'FOLLOWED' : 'STATUTORY_DESIGNATION';
}

function pick(
  candidate: Candidate | undefined,
  choice: 'statutory' | 'client' | 'platform',
  basis: ChoiceBasis,
): Pick<InstitutionDecision, 'choice' | 'basis' | 'id' | 'name'> {
  return candidate ? { choice, basis, id: candidate.institutionId, name: candidate.name } : { choice: 'none' };
}

function withRanks(candidates: readonly Candidate[], ranked: readonly Candidate[]): Candidate[] {
  const places = new Map(ranked.map((candidate, index) => [candidate, index + 1]));
  return candidates.map((candidate) => {
    const rank = places.get(candidate);
    return rank === undefined ? candidate : { ...candidate, rank };
  });
}
