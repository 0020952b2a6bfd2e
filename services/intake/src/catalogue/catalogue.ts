import type { LocalizedText, NodeLevel, ServiceDomain } from '@nqi/kernel';
import type { Finder } from '../finder/finder.js';
import type { PackagePlan } from '../packages/package-plan.js';
import type { ServiceLimit } from './service-limit.js';

export const CHANNELS = ['online', 'offline', 'on-site'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One thing that can be asked for, with the promise that goes with it, as an edition of the catalogue states it. */
export interface CatalogueService {
  readonly code: string;
  readonly domain: ServiceDomain;
  readonly name: LocalizedText;
  readonly description: string;
  readonly audience: readonly string[];
  readonly channel: Channel;
  readonly limits: {
    /** What the law allows; absent when no legal limit is known. */
    readonly statutory?: ServiceLimit;
    /** From filing to the result. */
    readonly promised: ServiceLimit;
  };
  readonly requiredMaterials: readonly string[];
  readonly feeBasis: string;
  /** Lowest tier of the service system that usually performs it. */
  readonly performingLevel: NodeLevel;
  readonly legalBasis: readonly string[];
  /** JSON Schema 2020-12 of what the applicant fills in. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
  /** First and last day (Shanghai) on which it can be filed. */
  readonly offeredFrom?: string;
  readonly offeredUntil?: string;
}

export interface Service extends CatalogueService {
  /** Rises with every edition that says something else of it. */
  readonly version: number;
}

/** Services that are filed together for one purpose (一件事). */
export interface ServicePackage {
  readonly code: string;
  readonly name: LocalizedText;
  readonly serviceCodes: readonly string[];
  /** Which of them waits for which. */
  readonly legs: PackagePlan;
  /** Enterprise categories it is made for; empty means any. */
  readonly categories: readonly string[];
  readonly description: string;
}

/** What an edition says. */
export interface CatalogueContent {
  readonly services: readonly CatalogueService[];
  readonly packages: readonly ServicePackage[];
  /** Editions from before there was one have none. */
  readonly finder?: Finder;
}

/** One edition: everything on offer while it is in force. */
export class Catalogue {
  private readonly byCode: ReadonlyMap<string, Service>;
  private readonly packagesByCode: ReadonlyMap<string, ServicePackage>;

  readonly services: readonly Service[];
  readonly packages: readonly ServicePackage[];
  readonly finder: Finder | undefined;

  /** `versions` are those of its services; what is not in it stands there for the first time. */
  constructor(
    /** Its name; what is filed under it keeps it. */
    readonly edition: string,
    { services, packages, finder }: CatalogueContent,
    versions: Readonly<Record<string, number>> = {},
  ) {
    this.services = services.map((service) => ({ ...service, version: versions[service.code] ?? 1 }));
    this.packages = packages;
    this.finder = finder;
    this.byCode = new Map(this.services.map((service) => [service.code, service]));
    this.packagesByCode = new Map(packages.map((group) => [group.code, group]));
  }

  /** Also finds services that can no longer be filed: what was filed before keeps its name. */
  service(code: string): Service | undefined {
    return this.byCode.get(code);
  }

  /** A service that can be filed on a day (Shanghai). */
  offered(code: string, on: string): Service | undefined {
    const service = this.byCode.get(code);
    return service && isOffered(service, on) ? service : undefined;
  }

  package(code: string): ServicePackage | undefined {
    return this.packagesByCode.get(code);
  }
}

export function isOffered({ enabled, offeredFrom = '', offeredUntil }: CatalogueService, on: string): boolean {
  return enabled && offeredFrom <= on && (offeredUntil === undefined || on <= offeredUntil);
}
