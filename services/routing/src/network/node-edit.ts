import type { LocalizedText, ServiceDomain } from '@nqi/kernel';
import { patched } from './patch.js';
import { isWithin, type Location, type ServiceNode } from './service-node.js';

/** What may be said anew of an office; what is not said stays, what is null is taken away. */
export interface NodeEdit {
  readonly name?: Partial<LocalizedText>;
  readonly parentCode?: string;
  readonly domains?: readonly ServiceDomain[];
  /** All that it covers from now on; what others covered of it until now comes over to it. */
  readonly covers?: readonly string[];
  /** Who covers what this office gives up. */
  readonly coverageTo?: string;
  readonly capacity?: number | null;
  readonly location?: Location | null;
  readonly active?: boolean;
}

const CLEARABLE = ['capacity', 'location'] as const;

/** The tree with one more office; it takes over what it covers. */
export function withNode(nodes: readonly ServiceNode[], added: Omit<ServiceNode, 'path'>): ServiceNode[] {
  const parent = nodes.find(({ code }) => code === added.parentCode);
  const node = { ...added, path: parent ? `${parent.path}/${added.code}` : added.code };
  return [...takenFrom(nodes, node.covers), node];
}

/**
 * The tree after an edit of one of its offices, whether sound or not: `networkFaults` says. Coverage moves, it is never
 * copied: what the office newly covers leaves its holders, what it gives up (all, when it closes) goes to `coverageTo`.
 * An office that moves takes all below it along; one that would come to stand under itself keeps its old path.
 */
export function withEdit(nodes: readonly ServiceNode[], code: string, edit: NodeEdit): ServiceNode[] {
  const { coverageTo, covers, active, parentCode, name, ...facts } = edit;
  const old = nodes.find((node) => node.code === code);
  if (!old) return [...nodes];
  const keeps = active === false && coverageTo !== undefined ? [] : (covers ?? old.covers);
  const givenUp = old.covers.filter((region) => !keeps.includes(region));
  const gained = keeps.filter((region) => !old.covers.includes(region));
  const edited: ServiceNode = {
    ...patched(old, facts, CLEARABLE),
    ...(name && { name: { ...old.name, ...name } }),
    covers: keeps,
    ...(active !== undefined && { active }),
    ...(parentCode !== undefined && { parentCode }),
  };
  const others = takenFrom(
    nodes.filter((node) => node.code !== code),
    gained,
  ).map((node) => (node.code === coverageTo ? { ...node, covers: [...node.covers, ...givenUp] } : node));
  const tree = nodes.map((node) =>
    node.code === code ? edited : (others.find((other) => other.code === node.code) ?? node),
  );
  return parentCode === undefined || parentCode === old.parentCode ? tree : moved(tree, old, parentCode);
}

function takenFrom(nodes: readonly ServiceNode[], regions: readonly string[]): ServiceNode[] {
  return nodes.map((node) =>
    node.covers.some((region) => regions.includes(region))
      ? { ...node, covers: node.covers.filter((region) => !regions.includes(region)) }
      : node,
  );
}

function moved(nodes: readonly ServiceNode[], old: ServiceNode, parentCode: string): ServiceNode[] {
  const parent = nodes.find((node) => node.code === parentCode);
  if (!parent || isWithin(parent.path, old.path)) return [...nodes];
  const path = `${parent.path}/${old.code}`;
  return nodes.map((node) =>
    isWithin(node.path, old.path) ? { ...node, path: path + node.path.slice(old.path.length) } : node,
  );
}
