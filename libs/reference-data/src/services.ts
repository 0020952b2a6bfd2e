import { DOMAINS, type NodeLevel, type ServiceDomain } from '@nqi/kernel';

import { readCsv } from './csv.js';
import { once } from './data-file.js';

export type Channel = 'online' | 'offline' | 'on-site';
export const CHANNELS: readonly Channel[] = ['online', 'offline', 'on-site'];

export interface CatalogService {
  readonly code: string;
  readonly domain: ServiceDomain;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly description: string;
  readonly audience: readonly string[];
  readonly channel: Channel;
  /** Absent when no legal limit is known. */
  readonly statutoryLimitWorkdays?: number;
  readonly promisedLimitWorkdays: number;
  readonly requiredMaterials: readonly string[];
  readonly feeBasis: string;
  /** The lowest tier of the service system that usually performs it. */
  readonly performingLevel: NodeLevel;
  readonly legalOrPolicyBasis: readonly string[];
  readonly confidence: string;
}

const LEVELS = { provincial: 'province', municipal: 'city', county: 'county', park: 'park' } as const;

export const SERVICE_CODE = /^(MET|STD|TST|CER|CON|TRN)-\d{3}$/;

export const serviceCatalog = once(() =>
  readCsv<CatalogService>(
    'service_catalog.csv',
    (row) => ({
      code: row.matching('code', SERVICE_CODE),
      domain: row.oneOf('domain', DOMAINS),
      nameZh: row.text('name_zh'),
      nameEn: row.text('name_en'),
      description: row.text('description'),
      audience: row.list('audience'),
      channel: row.oneOf('channel', CHANNELS),
      statutoryLimitWorkdays: row.optionalNumber('statutory_limit_workdays'),
      promisedLimitWorkdays: row.number('promised_limit_workdays'),
      requiredMaterials: row.list('required_materials'),
      feeBasis: row.text('fee_basis'),
      performingLevel: row.mapped('performing_level', LEVELS),
      legalOrPolicyBasis: row.list('legal_or_policy_basis'),
      confidence: row.text('confidence'),
    }),
    'code',
  ),
);

export interface ServicePackage {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly serviceCodes: readonly string[];
  /** Enterprise categories it is made for; empty means any. */
  readonly categories: readonly string[];
  readonly description: string;
}

export const servicePackages = once(() =>
  readCsv<ServicePackage>(
    'service_packages.csv',
    (row) => ({
      code: row.matching('package_code', /^PKG-[A-Z]+$/),
      nameZh: row.text('name_zh'),
      nameEn: row.text('name_en'),
      serviceCodes: row.list('service_codes'),
      categories: row.list('categories'),
      description: row.text('description'),
    }),
    'package_code',
  ),
);

/** One service of a package and what it waits for, when the package is filed as a whole. */
export interface PackageLeg {
  readonly packageCode: string;
  readonly serviceCode: string;
  /** Services of the package that must have been served. */
  readonly needsResultsOf: readonly string[];
  /** Services of the package that must be over, however they ended. */
  readonly comesAfter: readonly string[];
  readonly why: string;
}

export const packageLegs = once(() =>
  readCsv<PackageLeg>('service_package_legs.csv', (row) => ({
    packageCode: row.matching('package_code', /^PKG-[A-Z]+$/),
    serviceCode: row.matching('service_code', SERVICE_CODE),
    needsResultsOf: row.list('needs_results_of'),
    comesAfter: row.list('comes_after'),
    why: row.text('why'),
  })),
);
