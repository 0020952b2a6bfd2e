import { DomainError, isDate, parentRegionCode, regionLevel, type LocalizedText } from '@nqi/kernel';
import type { Institution } from './institution.js';

/** The authority's act by which a body performs mandatory verification for a territory (指定). */
export interface Designation {
  /** Of the act; one act names a body once. */
  readonly documentNumber: string;
  readonly services: readonly string[];
  /** Instruments by their numbers in the catalogue (MI004); absent for all. */
  readonly objects?: readonly string[];
  /** Regions and parks, each with all within it. */
  readonly regions: readonly string[];
  readonly validFrom: string;
  readonly validUntil?: string;
  /** True for values made up for the demonstration. */
  readonly demo: boolean;
}

export const MOST_DESIGNATIONS = 100;
const SERVICE = /^[A-Z]{3}-\d{3}$/;

/** The institution with all its designations said anew; none of them in `designations` takes all away. */
export function withDesignations(institution: Institution, said: readonly Designation[]): Institution {
  said.forEach((designation, index) => assertSound(designation, `/designations/${index}`));
  const numbers = said.map(({ documentNumber }) => documentNumber);
  const twice = numbers.findIndex((number, index) => numbers.indexOf(number) < index);
  if (twice >= 0) {
    const text = { zh: '同一文件重复登记', en: 'The act is on the list twice' };
    throw refused('TAKEN', text, `/designations/${twice}/documentNumber`);
  }
  const { designations: _, ...rest } = institution;
  return { ...rest, ...(said.length > 0 && { designations: said }) };
}

/** The region, park or town of an enterprise and all they lie in, as designations name them. */
export function territoryOf({ regionCode, parkCode }: { regionCode: string; parkCode?: string }): ReadonlySet<string> {
  const territory = new Set<string>();
  for (const start of [parkCode, regionCode]) {
    for (let code = start; code !== undefined; code = parentOf(code)) territory.add(code);
  }
  return territory;
}

function parentOf(code: string): string | undefined {
  return regionLevel(code) === undefined ? undefined : parentRegionCode(code);
}

function assertSound({ services, regions, validFrom, validUntil }: Designation, at: string): void {
  const service = services.findIndex((code) => !SERVICE.test(code));
  if (service >= 0) {
    throw refused('UNKNOWN_SERVICE', { zh: '事项编码有误', en: 'Not a service code' }, `${at}/services/${service}`);
  }
  const region = regions.findIndex((code) => regionLevel(code) === undefined);
  if (region >= 0) {
    throw refused('UNKNOWN_REGION', { zh: '区划编码有误', en: 'Not a region code' }, `${at}/regions/${region}`);
  }
  if (!isDate(validFrom)) throw refused('BAD_DATE', NO_SUCH_DAY, `${at}/validFrom`);
  if (validUntil === undefined) return;
  if (!isDate(validUntil)) throw refused('BAD_DATE', NO_SUCH_DAY, `${at}/validUntil`);
  if (validUntil < validFrom) {
    throw refused('BAD_TERM', { zh: '有效期止不能早于起', en: 'It ends before it begins' }, `${at}/validUntil`);
  }
}

const NO_SUCH_DAY: LocalizedText = { zh: '日期不存在', en: 'There is no such day' };

function refused(code: string, text: LocalizedText, pointer: string): DomainError {
  return new DomainError(`DESIGNATION.${code}`, 'invalid', text, {}, pointer);
}
