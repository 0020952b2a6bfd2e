import { DomainError } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import { isWithin, kilometresBetween, type ServiceNode, type ServiceNodeLevel } from '../network/service-node.js';
import type { Loads, NodeDecision, NodeReason, NodeStep, RoutingInput, TriageReason } from './decision.js';
import { mayTake, type RuleSet } from './rule-set.js';

const BY_LEVEL: Record<ServiceNodeLevel, NodeReason> = {
  PARK: 'PARK_STATION',
  COUNTY: 'COUNTY_STATION',
  CITY: 'CITY_HUB',
  PROVINCE: 'PROVINCE_PLATFORM',
};

/**
 * The office that takes an item: the park's station when the filing names a park that has one, else the station of the
 * region. What is full passes it to the nearest beside with room, as far as the rules go. Lifted to the office above
 * while the law gives the service to a higher level, or the office is closed, does not serve the domain, or is full with
 * all beside it; at the hub for a person when no office up to the province takes it.
 */
export function entryNode(network: Network, input: RoutingInput, loads: Loads, rules: RuleSet): NodeDecision {
  let { node, reasonCode } = firstOffice(network, input);
  const steps = [stepAt(node, reasonCode, loads)];
  for (;;) {
    const obstacle = obstacleAt(node, input, loads, rules);
    if (obstacle === undefined) break;
    const beside = obstacle === 'OVERLOADED' ? officesNear(node, input, network, rules) : [];
    const room = beside.findIndex((office) => hasRoom(office, loads));
    const asked = room < 0 ? beside : beside.slice(0, room + 1);
    steps.push(...asked.map((office) => ({ ...stepAt(office, 'OVERLOADED', loads), beside: true as const })));
    const taker = beside[room];
    if (taker) return { code: taker.code, path: taker.path, reasonCode: 'OVERLOADED', steps };
    const parent = network.node(node.parentCode);
    // A level that the tree does not have is a service that nobody offers.
    if (!parent) return stranded(network, input, steps, obstacle === 'STATUTORY_LEVEL' ? 'NO_CAPABILITY' : obstacle);
    node = parent;
    reasonCode = obstacle;
    steps.push(stepAt(node, reasonCode, loads));
  }
  return { code: node.code, path: node.path, reasonCode, steps };
}

/**
 * The office by whose place institutions are judged: the one that takes it, unless that lies in another branch of the
 * tree. Then it is the client's own: what covers a client, or is near, is not another one because a desk was full.
 */
export function seatOf(
  input: Pick<RoutingInput, 'regionCode' | 'parkCode' | 'domain'>,
  path: string,
  network: Network,
): ServiceNode | undefined {
  const { node } = firstOffice(network, input);
  return isWithin(node.path, path) || isWithin(path, node.path) ? network.node(path.split('/').at(-1)) : node;
}

/** Those of its level under the same parent that would take the item, the nearest first. */
function officesNear(full: ServiceNode, input: RoutingInput, network: Network, rules: RuleSet): ServiceNode[] {
  const here = network.locationOf(full);
  if (!here || rules.besideWithinKilometres === 0) return [];
  return network.nodes
    .filter(
      ({ code, parentCode, level }) => code !== full.code && parentCode === full.parentCode && level === full.level,
    )
    .filter((node) => node.active && node.domains.includes(input.domain))
    .map((node) => ({ node, there: network.locationOf(node) }))
    .map(({ node, there }) => ({ node, kilometres: there ? kilometresBetween(here, there) : Infinity }))
    .filter(({ kilometres }) => kilometres <= rules.besideWithinKilometres)
    .sort((a, b) => a.kilometres - b.kilometres || (a.node.code < b.node.code ? -1 : 1))
    .map(({ node }) => node);
}

function firstOffice(
  network: Network,
  input: Pick<RoutingInput, 'regionCode' | 'parkCode' | 'domain'>,
): { node: ServiceNode; reasonCode: NodeReason } {
  const ofPark = input.parkCode === undefined ? undefined : network.covering(input.parkCode);
  const node = ofPark?.level === 'PARK' ? ofPark : network.covering(input.regionCode);
  if (node) return { node, reasonCode: BY_LEVEL[node.level] };
  const hub = network.nodes.find(({ level }) => level === 'CITY');
  if (!hub) throw noOffice(input);
  return { node: hub, reasonCode: 'OUTSIDE_COVERAGE' };
}

/** Offices without a limit tell nothing of what they hold: nobody counts it. */
function stepAt({ code, capacity }: ServiceNode, reasonCode: NodeReason, loads: Loads): NodeStep {
  const openTickets = loads.get(code) ?? 0;
  return { nodeCode: code, reasonCode, ...(capacity !== undefined && { openTickets }) };
}

function obstacleAt(
  node: ServiceNode,
  { domain, serviceCode }: RoutingInput,
  loads: Loads,
  rules: RuleSet,
): TriageReason | 'STATUTORY_LEVEL' | undefined {
  if (!mayTake(rules, serviceCode, node.level)) return 'STATUTORY_LEVEL';
  if (!node.active) return 'NODE_CLOSED';
  if (!node.domains.includes(domain)) return 'NO_CAPABILITY';
  return hasRoom(node, loads) ? undefined : 'OVERLOADED';
}

function hasRoom({ code, capacity = Infinity }: ServiceNode, loads: Loads): boolean {
  return (loads.get(code) ?? 0) < capacity;
}

/** Nobody takes it: the hub keeps it for a person, whatever its own state, unless it is closed. */
function stranded(
  network: Network,
  input: RoutingInput,
  steps: readonly NodeStep[],
  reasonCode: TriageReason,
): NodeDecision {
  const hub = network.nodes.find(({ level, active }) => level === 'CITY' && active);
  if (!hub) throw noOffice(input);
  return { code: hub.code, path: hub.path, reasonCode, steps, stranded: reasonCode };
}

function noOffice({ regionCode, domain }: Pick<RoutingInput, 'regionCode' | 'domain'>): DomainError {
  return new DomainError(
    'ROUTING.NO_OFFICE',
    'conflict',
    { zh: '服务体系中没有可受理的节点', en: 'No office of the service system takes this' },
    { regionCode, domain },
  );
}
