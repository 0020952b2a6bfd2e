import type { ServiceDomain } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import { kilometresBetween, type ServiceNode } from '../network/service-node.js';

/** No referral asks more offices than this by itself. */
const MOST_CANDIDATES = 8;

/** True when the office can be asked for work of the domain by another one. */
export function canTake(node: ServiceNode, owner: ServiceNode, domain: ServiceDomain): boolean {
  return node.code !== owner.code && node.active && node.domains.includes(domain);
}

/**
 * Whom to ask when nobody is named: offices beside the owner, the nearest first, then the ones above it, the lowest
 * first. The order does not depend on how the network lists them.
 */
export function candidatesFor(owner: ServiceNode, domain: ServiceDomain, network: Network): string[] {
  const above = network.lineage(owner).slice(1);
  const here = network.locationOf(owner);
  const distance = (node: ServiceNode) => {
    const there = network.locationOf(node);
    return here && there ? kilometresBetween(here, there) : Infinity;
  };
  const beside = network.nodes
    .filter(
      ({ parentCode, code }) => parentCode !== undefined && parentCode === owner.parentCode && code !== owner.code,
    )
    .map((node) => ({ node, far: distance(node) }))
    .sort((a, b) => (a.far === b.far ? (a.node.code < b.node.code ? -1 : 1) : a.far - b.far))
    .map(({ node }) => node);
  const fit = (nodes: readonly ServiceNode[]) => nodes.filter((node) => canTake(node, owner, domain));
  const higher = fit(above);
  // Those above always have a place among the candidates: they are who can take what nobody beside can.
  const siblings = fit(beside).slice(0, Math.max(0, MOST_CANDIDATES - higher.length));
  return [...siblings, ...higher].map(({ code }) => code);
}
