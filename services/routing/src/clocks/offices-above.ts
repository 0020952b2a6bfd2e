import type { ServiceDomain } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import type { ServiceNode } from '../network/service-node.js';

/** The offices above one that are open and serve a domain, nearest first: where its tickets can be lifted to. */
export function officesAbove(network: Network, nodeCode: string, domain: ServiceDomain): ServiceNode[] {
  const [, ...above] = network.lineage(network.requireNode(nodeCode));
  return above.filter((node) => node.active && node.domains.includes(domain));
}
