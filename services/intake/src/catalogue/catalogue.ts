import type { LocalizedText, NodeLevel, ServiceDomain } from '@nqi/kernel';
import type { PackagePlan } from '../packages/package-plan.js';

/** One thing that can be asked for, with the promise that goes with it. */
export interface Service {
  readonly code: string;
  readonly domain: ServiceDomain;
  readonly name: LocalizedText;
  readonly description: string;
  readonly audience: readonly string[];
  readonly channel: string;
  /** Working days the law allows; absent when no legal limit is known. */
  readonly statutoryLimitDays?: number;
  /** Working days from filing to the result that the system promises. */
  readonly promisedLimitDays: number;
  readonly requiredMaterials: readonly string[];
  readonly feeBasis: string;
  /** Lowest tier of the service system that usually performs it. */
  readonly performingLevel: NodeLevel;
  readonly legalBasis: readonly string[];
  /** Rises whenever anything above or the form changes. */
  readonly version: number;
  /** JSON Schema 2020-12 of what the applicant fills in. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
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

/** Everything on offer at one moment. */
export class Catalogue {
  private readonly byCode: ReadonlyMap<string, Service>;
  private readonly packagesByCode: ReadonlyMap<string, ServicePackage>;

  constructor(
    readonly services: readonly Service[],
    readonly packages: readonly ServicePackage[],
  ) {
    this.byCode = new Map(services.map((service) => [service.code, service]));
    this.packagesByCode = new Map(packages.map((group) => [group.code, group]));
  }

  /** Also finds services that can no longer be filed: what was filed before keeps its name. */
  service(code: string): Service | undefined {
    return this.byCode.get(code);
  }

  /** A service that can be filed now. */
  offered(code: string): Service | undefined {
    const service = this.byCode.get(code);
    return service?.enabled ? service : undefined;
  }

  package(code: string): ServicePackage | undefined {
    return this.packagesByCode.get(code);
  }
}
