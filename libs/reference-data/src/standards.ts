import type { StandardKind } from '@nqi/kernel';

import { type CsvRow, readCsv } from './csv.js';
import { once } from './data-file.js';

export type StandardNature = 'mandatory' | 'recommended' | 'technical-regulation';
export type StandardStatus = 'upcoming' | 'current' | 'superseded' | 'abolished';

export interface Standard {
  readonly stdNo: string;
  readonly titleZh: string;
  readonly titleEn?: string;
  readonly prefix: string;
  readonly level: StandardKind;
  readonly nature: StandardNature;
  /** As believed on the day the file was compiled; see the README. */
  readonly status: StandardStatus;
  readonly issueDate?: string;
  /** Known for more standards than the full date. */
  readonly issueYear?: number;
  readonly implementationDate?: string;
  readonly replaces: readonly string[];
  /** Standards of which only a part is replaced. */
  readonly partlyReplaces: readonly string[];
  readonly replacedBy: readonly string[];
  readonly industry: readonly string[];
  readonly confidence: string;
  readonly verifiedFields: readonly string[];
  readonly note?: string;
}

const LEVELS = {
  国家标准: 'national',
  行业标准: 'industry',
  地方标准: 'local',
  国家计量技术规范: 'metrology',
} as const;
const NATURES = { 强制: 'mandatory', 推荐: 'recommended', 技术法规: 'technical-regulation' } as const;
const STATUSES = { 即将实施: 'upcoming', 现行: 'current', 被代替: 'superseded', 废止: 'abolished' } as const;
const PARTLY = /\(部分\)$/;

export const standards = once(() =>
  readCsv<Standard>(
    'standards.csv',
    (row) => {
      const replaces = row.list('replaces');
      return {
        stdNo: row.text('std_no'),
        titleZh: row.text('title_zh'),
        titleEn: row.optional('title_en'),
        prefix: row.text('prefix'),
        level: row.mapped<StandardKind>('level', LEVELS),
        nature: row.mapped('nature', NATURES),
        status: row.mapped<StandardStatus>('status', STATUSES),
        ...issuedOf(row),
        implementationDate: row.optionalDate('implementation_date'),
        replaces: replaces.filter((stdNo) => !PARTLY.test(stdNo)),
        partlyReplaces: replaces.filter((stdNo) => PARTLY.test(stdNo)).map((stdNo) => stdNo.replace(PARTLY, '')),
        replacedBy: row.list('replaced_by'),
        industry: row.list('industry'),
        confidence: row.text('confidence'),
        verifiedFields: row.list('verified_fields'),
        note: row.optional('note'),
      };
    },
    'std_no',
  ),
);

function issuedOf(row: CsvRow): Pick<Standard, 'issueDate' | 'issueYear'> {
  const text = row.optional('issue_date');
  if (text === undefined) return {};
  if (/^\d{4}$/.test(text)) return { issueYear: Number(text) };
  return { issueDate: row.date('issue_date'), issueYear: Number(text.slice(0, 4)) };
}
