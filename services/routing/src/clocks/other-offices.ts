import type { ServiceDomain } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import type { ServiceNode } from '../network/service-node.js';
import type { Loads } from '../rules/decision.js';

/** The offices above one that are open, serve a domain and have room, nearest first: where its tickets can be lifted to. */
export function officesAbove(network: Network, nodeCode: string, domain: ServiceDomain, loads: Loads): ServiceNode[] {
  const [, ...above] = network.lineage(network.requireNode(nodeCode));
  return above.filter((node) => canTake(node, domain, loads));
}

/** The offices of its level under the same parent that are open, serve a domain and have room, the emptiest first. */
export function officesBeside(network: Network, nodeCode: string, domain: ServiceDomain, loads: Loads): ServiceNode[] {
  const own = network.requireNode(nodeCode);
  const load = ({ code }: ServiceNode) => loads.get(code) ?? 0;
  return network.nodes
    .filter(
      (node) =>
        node.code !== own.code &&
        node.parentCode === own.parentCode &&
        node.level === own.level &&
        canTake(node, domain, loads),
    )
    .sort((a, b) => load(a) - load(b) || (a.code < b.code ? -1 : 1));
}

function canTake({ code, active, domains, capacity = Infinity }: ServiceNode, domain: ServiceDomain, loads: Loads) {
  return active && domains.includes(domain) && (loads.get(code) ?? 0) < capacity;
}
