import type { Resource, ResourceKind } from './resource.js';
import type { Span } from './span.js';

export interface ResourceCriteria {
  readonly kind?: ResourceKind;
  readonly serviceCode?: string;
  readonly ownerId?: string;
  /** Offices whose territory it may stand in; undefined for anywhere. */
  readonly nodeCodes?: readonly string[];
  /** Part of its number, names, capability or location. */
  readonly text?: string;
  /** Number after which the page begins. */
  readonly after?: string;
  readonly limit: number;
}

/** Where shared resources are kept. */
export abstract class ResourceRepository {
  /** One more than the limit, when there are more; by their numbers. Retired ones are not among them. */
  abstract find(criteria: ResourceCriteria): Promise<Resource[]>;

  abstract get(id: string): Promise<Resource | undefined>;

  /** The same, locked until the transaction ends: bookings of one resource are decided one after the other. */
  abstract lock(id: string): Promise<Resource | undefined>;

  /** Adds those whose numbers are not taken yet; answers how many. */
  abstract add(resources: readonly Resource[], at: Date): Promise<number>;

  /** Writes what can change of a locked one. */
  abstract revise(resource: Resource, at: Date): Promise<void>;

  /** What is promised to somebody, per resource, as far as it touches the frame. */
  abstract taken(ids: readonly string[], frame: Span): Promise<ReadonlyMap<string, readonly Span[]>>;
}
