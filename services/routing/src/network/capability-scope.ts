import {
  DomainError,
  isSameQuantity,
  isUnit,
  parseStandardNumber,
  type LocalizedText,
  type MeasuringRange,
  type ServiceDomain,
} from '@nqi/kernel';

/** Calibration and measurement capability (CMC): the smallest expanded uncertainty that can be reached, and its factor. */
export interface Uncertainty {
  readonly value: number;
  readonly unit: string;
  readonly k: number;
}

/** One row of what a body is accredited, authorised or approved for within a service (能力范围表). */
export interface ScopeRow {
  /** Number of the instrument, product or certification field in the reference lists, or its name. */
  readonly object: string;
  readonly range?: MeasuringRange;
  readonly uncertainty?: Uncertainty;
  /** What is tested of a product: number of the test item, or its name. */
  readonly parameter?: string;
  /** Standard number; for testing always with its year, since a scope holds one edition. */
  readonly method?: string;
  /** True for values made up for the demonstration. */
  readonly demo: boolean;
}

export const MOST_SCOPE_ROWS = 500;

/** Domains whose scope is kept in rows. */
const OF_DOMAIN: Readonly<Partial<Record<ServiceDomain, readonly (keyof ScopeRow)[]>>> = {
  metrology: ['object', 'range', 'uncertainty', 'method', 'demo'],
  testing: ['object', 'parameter', 'method', 'demo'],
  certification: ['object', 'demo'],
};
/** An uncertainty may be relative to the value or to full scale, whatever is measured. */
const RELATIVE = ['%', '%FS'];

/** The rows as they are stored, methods in one spelling; throws at the first that says too little, too much or nonsense. */
export function scopeRows(domain: ServiceDomain, rows: readonly ScopeRow[]): ScopeRow[] {
  const allowed = OF_DOMAIN[domain];
  if (!allowed && rows.length > 0) throw refused('NOT_OF_DOMAIN', '/rows', NO_ROWS);
  const stored = rows.map((row, index) => {
    const at = `/rows/${index}`;
    const foreign = Object.keys(row).find((field) => !allowed?.includes(field as keyof ScopeRow));
    if (foreign !== undefined) throw refused('NOT_OF_DOMAIN', `${at}/${foreign}`, NOT_SAID);
    checkRange(row, at);
    checkUncertainty(row, at);
    if (domain === 'testing' && !row.parameter) throw refused('PARAMETER_NEEDED', `${at}/parameter`, NO_PARAMETER);
    const method = methodOf(row, domain, at);
    return { ...row, ...(method !== undefined && { method }) };
  });
  const seen = new Set<string>();
  for (const [index, { object, range, parameter, method }] of stored.entries()) {
    const key = JSON.stringify([object, range?.low, range?.high, range?.unit, parameter, method]);
    if (seen.has(key)) throw refused('TWICE', `/rows/${index}`, TWICE);
    seen.add(key);
  }
  return stored;
}

function checkRange({ range }: ScopeRow, at: string): void {
  if (!range) return;
  if (!isUnit(range.unit)) throw refused('UNKNOWN_UNIT', `${at}/range/unit`, UNKNOWN_UNIT);
  if (range.low > range.high) throw refused('BAD_RANGE', `${at}/range/low`, BAD_RANGE);
}

function checkUncertainty({ uncertainty, range }: ScopeRow, at: string): void {
  if (!uncertainty) return;
  const { value, unit, k } = uncertainty;
  if (!isUnit(unit)) throw refused('UNKNOWN_UNIT', `${at}/uncertainty/unit`, UNKNOWN_UNIT);
  if (!(value > 0)) throw refused('BAD_UNCERTAINTY', `${at}/uncertainty/value`, BAD_UNCERTAINTY);
  if (!(k >= 1 && k <= 4)) throw refused('BAD_UNCERTAINTY', `${at}/uncertainty/k`, BAD_UNCERTAINTY);
  if (range && !RELATIVE.includes(unit) && !isSameQuantity(unit, range.unit)) {
    throw refused('OTHER_QUANTITY', `${at}/uncertainty/unit`, OTHER_QUANTITY);
  }
}

function methodOf({ method }: ScopeRow, domain: ServiceDomain, at: string): string | undefined {
  if (method === undefined && domain !== 'testing') return undefined;
  const standard = parseStandardNumber(method ?? '');
  if (!standard) throw refused('BAD_METHOD', `${at}/method`, BAD_METHOD);
  if (domain === 'testing' && standard.year === undefined) throw refused('METHOD_YEAR_NEEDED', `${at}/method`, NO_YEAR);
  return standard.normalized;
}

const NO_ROWS = { zh: '该领域不设能力范围行', en: 'This domain keeps no scope rows' };
const NOT_SAID = { zh: '该领域的能力范围不含此项', en: 'The scope of this domain does not say this' };
const NO_PARAMETER = { zh: '检测能力须写明参数', en: 'A testing scope names the parameter' };
const UNKNOWN_UNIT = { zh: '不认识的计量单位', en: 'Not a known unit' };
const BAD_RANGE = { zh: '测量范围下限不能大于上限', en: 'The range begins above its end' };
const BAD_UNCERTAINTY = {
  zh: '不确定度须为正数，包含因子在 1 至 4 之间',
  en: 'An uncertainty is positive, its factor between 1 and 4',
};
const OTHER_QUANTITY = {
  zh: '不确定度与测量范围的量不同',
  en: 'The uncertainty is of another quantity than the range',
};
const BAD_METHOD = { zh: '方法须为标准编号', en: 'The method is no standard number' };
const NO_YEAR = { zh: '检测方法须带年号', en: 'A testing method is named with its year' };
const TWICE = { zh: '能力范围行重复', en: 'This row is there twice' };

function refused(code: string, pointer: string, text: LocalizedText): DomainError {
  return new DomainError(`SCOPE.${code}`, 'invalid', text, {}, pointer);
}
