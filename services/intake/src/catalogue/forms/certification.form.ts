import type { LocalizedText } from '@nqi/kernel';
import { NOTE, choice, form, integer, list, record, text, type Field } from './field.js';
import type { FieldRule } from './field-rules.js';

/** Schemes each service leads to; a trailing `*` stands for any ending. A service not named here takes every scheme. */
const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  'CER-001': ['CCC-*'],
  'CER-002': ['CCC-*'],
  'CER-003': ['QMS', 'QMS-EC9000', 'MDQMS', 'IATF'],
  'CER-004': ['QMS'],
  'CER-005': ['EMS', 'OHSMS'],
  'CER-006': ['FSMS', 'HACCP'],
  'CER-007': ['ORGANIC', 'GREENFOOD', 'GAP', 'GI'],
  'CER-008': ['TAISHAN'],
  'CER-009': ['GREEN', 'GBM'],
  'CER-010': ['SVC-*'],
  'CER-011': ['CARBON'],
};

const ONE_PERSON_PER_SITE: FieldRule = {
  left: 'sites',
  is: 'at-most',
  right: 'effective_personnel',
  message: { zh: '场所数不能多于有效人数', en: 'There cannot be more sites than people' },
};

/** The schemes of the reference data that can be filed under a service. */
export function schemesOf(code: string, all: readonly string[]): string[] {
  const patterns = SCHEMES[code] ?? ['*'];
  const fits = (scheme: string) => (pattern: string) =>
    pattern.endsWith('*') ? scheme.startsWith(pattern.slice(0, -1)) : scheme === pattern;
  return all.filter((scheme) => patterns.some(fits(scheme)));
}

export function certificationForm(code: string, name: LocalizedText, allSchemes: readonly string[]): Field {
  const fields = record(
    {
      ref: choice({ zh: '认证项目', en: 'Scheme' }, schemesOf(code, allSchemes), 'schemes'),
      effective_personnel: integer({ zh: '有效人数', en: 'Effective personnel' }, 1, 1_000_000),
      scope: text({ zh: '认证范围', en: 'Scope' }, 500),
      product: text({ zh: '产品或服务', en: 'Product or service' }, 200),
      sites: integer({ zh: '场所数', en: 'Number of sites' }, 1, 1_000),
      certificate_no: text({ zh: '已有证书编号', en: 'Number of the present certificate' }, 60),
    },
    ['ref'],
  );
  const certification = { ...fields, 'x-rules': [ONE_PERSON_PER_SITE] };
  const schemes = list({ zh: '认证项目', en: 'Certification' }, certification, 20);
  return form(name, { certification: schemes, note: NOTE }, ['certification']);
}
