import type { ServiceDomain } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import type { ServiceNode } from '../network/service-node.js';
import type { Loads } from '../rules/decision.js';

/** The offices above one that are open, serve a domain and have room, nearest first: where its tickets can be lifted to. */
export function officesAbove(network: Network, nodeCode: string, domain: ServiceDomain, loads: Loads): ServiceNode[] {
  const [, ...above] = network.lineage(network.requireNode(nodeCode));
  return above.filter(
    ({ code, active, domains, capacity = Infinity }) =>
      active && domains.includes(domain) && (loads.get(code) ?? 0) < capacity,
  );
}
