import { TECHNICAL_DOMAINS, type TechnicalDomain } from '@nqi/kernel';

import { readCsv, type CsvRow } from './csv.js';
import { once } from './data-file.js';
import { serviceCatalog } from './services.js';

/** All qualifications, numbers and credit codes of institutions are demonstration values, not the bodies' own. */
export interface Institution {
  readonly id: string;
  readonly nameZh: string;
  readonly uscc: string;
  /** Absent for bodies outside Shandong. */
  readonly regionCode?: string;
  readonly serviceArea: string;
  readonly kind: string;
  readonly ownership: Ownership;
  readonly qualifications: readonly DemoQualification[];
  readonly scope: string;
  readonly confidence: string;
  readonly note?: string;
}

export interface DemoQualification {
  /** `CMA`, `CNAS-L`, `法定计量授权` … */
  readonly kind: string;
  /** What the file says in brackets after the kind: `校准`, `演示`. */
  readonly remark?: string;
  readonly number: string;
}

export type Ownership = 'public' | 'state' | 'private' | 'foreign' | 'demo';
const OWNERSHIPS: readonly Ownership[] = ['public', 'state', 'private', 'foreign', 'demo'];

export const institutions = once(() =>
  readCsv<Institution>(
    'institutions.csv',
    (row) => ({
      id: row.matching('id', /^ORG\d{3}$/),
      nameZh: row.text('name_zh'),
      uscc: row.text('uscc_demo'),
      regionCode: row.optional('region_code'),
      serviceArea: row.text('service_area'),
      kind: row.text('kind'),
      ownership: row.oneOf('ownership', OWNERSHIPS),
      qualifications: qualificationsOf(row),
      scope: row.text('scope'),
      confidence: row.text('confidence'),
      note: row.optional('note'),
    }),
    'id',
  ),
);

/** The kinds column says `无` or `(在建能力)` for bodies that hold none. */
function qualificationsOf(row: CsvRow): DemoQualification[] {
  const kinds = row.list('qualification_kinds').filter((kind) => kind !== '无' && !kind.startsWith('('));
  const numbers = row.list('qualification_numbers_demo');
  if (kinds.length !== numbers.length) {
    throw row.wrong('qualification_numbers_demo', `${numbers.length} numbers for ${kinds.length} kinds`);
  }
  return kinds.map((text, index) => {
    const [, kind = text, remark] = /^(.+?)(?:\((.+)\))?$/.exec(text) ?? [];
    return { kind, ...(remark && { remark }), number: numbers[index] as string };
  });
}

/** What an institution can be asked for in the demonstration network. */
export interface DemoCapability {
  readonly institutionId: string;
  readonly domain: TechnicalDomain;
  /** Codes and patterns as written: `MET-001`, `CER-*`. */
  readonly servicePatterns: readonly string[];
  /** The catalogue's services that the patterns cover, in its order. */
  readonly serviceCodes: readonly string[];
  /** Enterprise or product categories, a trailing `*` for any ending; empty means any. */
  readonly categories: readonly string[];
  readonly note?: string;
}

export const demoCapabilities = once(() =>
  readCsv<DemoCapability>('institution_capabilities.csv', (row) => {
    const domain = row.oneOf('domain', TECHNICAL_DOMAINS);
    const servicePatterns = row.list('service_codes');
    const services = serviceCatalog().filter((service) => service.domain === domain);
    const idle = servicePatterns.find((pattern) => !services.some(({ code }) => matchesPattern(pattern, code)));
    if (idle) throw row.wrong('service_codes', `"${idle}" covers no ${domain} service`);
    return {
      institutionId: row.matching('institution_id', /^ORG\d{3}$/),
      domain,
      servicePatterns,
      serviceCodes: services
        .map(({ code }) => code)
        .filter((code) => servicePatterns.some((pattern) => matchesPattern(pattern, code))),
      categories: row.list('categories'),
      note: row.optional('note'),
    };
  }),
);

export const SCOPE_SOURCES = [
  'mandatory_instruments',
  'calibration_items',
  'test_products',
  'certification_schemes',
] as const;

/** Which rows of a reference list a capability is taken to cover in the demonstration network. */
export interface DemoScope {
  readonly institutionId: string;
  readonly domain: TechnicalDomain;
  readonly serviceCodes: readonly string[];
  /** The list, and by which words its rows are chosen: a class, a field of use, a discipline, a category or a code. */
  readonly source: (typeof SCOPE_SOURCES)[number];
  readonly select: readonly string[];
  readonly note?: string;
}

export const demoScopes = once(() =>
  readCsv<DemoScope>('institution_scopes.csv', (row) => ({
    institutionId: row.matching('institution_id', /^ORG\d{3}$/),
    domain: row.oneOf('domain', TECHNICAL_DOMAINS),
    serviceCodes: row.list('service_codes'),
    source: row.oneOf('source', SCOPE_SOURCES),
    select: row.list('select'),
    note: row.optional('note'),
  })),
);

/** A trailing `*` stands for any ending; anything else must be equal. */
export function matchesPattern(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}
