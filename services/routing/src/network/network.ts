import { DomainError, parentRegionCode, regionLevel, type ServiceDomain } from '@nqi/kernel';
import type { Institution } from './institution.js';
import { isWithin, type Location, type ServiceNode } from './service-node.js';

/** The service system at one version: the tree of offices and the institutions they can call on. Never changes. */
export class Network {
  private readonly byCode: ReadonlyMap<string, ServiceNode>;
  private readonly byRegion: ReadonlyMap<string, ServiceNode>;
  private readonly byId: ReadonlyMap<string, Institution>;
  private readonly byDomain = new Map<ServiceDomain, Institution[]>();

  constructor(
    /** Rises with every change of a node, institution, qualification or capability. */
    readonly version: number,
    readonly nodes: readonly ServiceNode[],
    readonly institutions: readonly Institution[],
  ) {
    this.byCode = new Map(nodes.map((node) => [node.code, node]));
    this.byRegion = new Map(nodes.flatMap((node) => node.covers.map((region) => [region, node] as const)));
    this.byId = new Map(institutions.map((institution) => [institution.id, institution]));
    for (const institution of institutions) {
      for (const domain of new Set(institution.capabilities.map((capability) => capability.domain))) {
        this.byDomain.set(domain, [...(this.byDomain.get(domain) ?? []), institution]);
      }
    }
  }

  node(code: string | undefined): ServiceNode | undefined {
    return code === undefined ? undefined : this.byCode.get(code);
  }

  institution(id: string | undefined): Institution | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** Institutions with at least one capability in the domain, in the order of their ids. */
  institutionsOf(domain: ServiceDomain): readonly Institution[] {
    return this.byDomain.get(domain) ?? [];
  }

  /** The node and all above it, nearest first. */
  lineage(node: ServiceNode): ServiceNode[] {
    const parent = this.node(node.parentCode);
    return parent ? [node, ...this.lineage(parent)] : [node];
  }

  /** The node and all below it. */
  subtree(code: string): ServiceNode[] {
    const root = this.byCode.get(code);
    return root ? this.nodes.filter(({ path }) => isWithin(path, root.path)) : [];
  }

  /** The office that enterprises of a region, park or town enter by; a town without one enters by its county's. */
  covering(regionCode: string): ServiceNode | undefined {
    const node = this.byRegion.get(regionCode);
    if (node || regionLevel(regionCode) === undefined) return node;
    const parent = parentRegionCode(regionCode);
    return parent === undefined ? undefined : this.covering(parent);
  }

  /** Where an office is; one without a location of its own is taken to be where the office above it is. */
  locationOf(node: ServiceNode): Location | undefined {
    if (node.location) return node.location;
    const parent = this.node(node.parentCode);
    return parent && this.locationOf(parent);
  }

  requireNode(code: string, pointer?: string): ServiceNode {
    const node = this.byCode.get(code);
    if (node) return node;
    throw new DomainError(
      'NETWORK.UNKNOWN_NODE',
      pointer ? 'invalid' : 'not_found',
      { zh: `没有服务节点 ${code}`, en: `No service node ${code}` },
      { code },
      pointer,
    );
  }
}
