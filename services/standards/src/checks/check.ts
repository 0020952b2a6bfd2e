import type { LocalizedText } from '@nqi/kernel';
import { resolveCitation } from '../corpus/citation.js';
import type { Corpus } from '../corpus/standard.js';
import { validityOn, type Validity, type ValidityStatus } from '../corpus/validity.js';

/** OK: cite it. WARN: look at the note first. FAIL: must not be cited. UNKNOWN: nobody found it. */
export type CheckVerdict = 'OK' | 'WARN' | 'FAIL' | 'UNKNOWN';

/** One cited standard and what became of it. */
export interface CheckedStandard {
  readonly row: number;
  /** As the client wrote it. */
  readonly cited: string;
  readonly matched: boolean;
  readonly number: string;
  readonly title?: string;
  readonly status: ValidityStatus;
  readonly implementedOn?: string;
  readonly replacement?: string;
  readonly replacedOn?: string;
  readonly verdict: CheckVerdict;
  /** What the system has to say about it. */
  readonly remark?: string;
  /** What the person who checked has to say about it. */
  readonly note?: string;
  /** Where a person found what the corpus does not have. */
  readonly evidence?: string;
}

/** What a person read in an official source. The status is not among it: that follows from the dates. */
export interface Evidence {
  readonly row: number;
  readonly source: string;
  readonly title: string;
  readonly implementedOn: string;
  readonly abolishedOn?: string;
  readonly replacedBy?: string;
  readonly replacedOn?: string;
}

export const STATUS_NAMES: Readonly<Record<ValidityStatus, LocalizedText>> = {
  UPCOMING: { zh: '即将实施', en: 'Upcoming' },
  CURRENT: { zh: '现行', en: 'Current' },
  SUPERSEDED: { zh: '被代替', en: 'Superseded' },
  ABOLISHED: { zh: '废止', en: 'Abolished' },
  UNKNOWN: { zh: '未查到', en: 'Not found' },
};
export const VERDICT_NAMES: Readonly<Record<CheckVerdict, LocalizedText>> = {
  OK: { zh: '有效', en: 'Valid' },
  WARN: { zh: '须关注', en: 'Look again' },
  FAIL: { zh: '不可引用', en: 'Must not be cited' },
  UNKNOWN: { zh: '未查到', en: 'Not found' },
};

/** Looks every citation up as it stands on `day`. */
export function checkStandards(citations: readonly string[], day: string, corpus: Corpus): CheckedStandard[] {
  return citations.map((cited, index) => {
    const { number, dated, standard, otherEditions } = resolveCitation(cited, corpus, day);
    if (!standard) {
      const others = otherEditions.length > 0 ? `题录库收录有 ${otherEditions.join('、')}` : undefined;
      return { row: index + 1, cited, matched: false, number, status: 'UNKNOWN', verdict: 'UNKNOWN', remark: others };
    }
    const validity = validityOn(day, standard, corpus);
    return {
      row: index + 1,
      cited,
      matched: true,
      number,
      title: standard.titleZh,
      status: validity.status,
      implementedOn: standard.implementedOn,
      replacement: validity.replacement,
      replacedOn: validity.replacedOn,
      verdict: verdictOf(validity),
      remark: remarkOf(validity, dated, standard.note),
    };
  });
}

/** Takes over what a person read elsewhere; the status is computed from the dates that were read. */
export function withEvidence(row: CheckedStandard, evidence: Evidence, day: string): CheckedStandard {
  const { source, title, implementedOn, abolishedOn, replacedBy, replacedOn } = evidence;
  const superseded = replacedBy !== undefined && replacedOn !== undefined && replacedOn <= day;
  const status: ValidityStatus =
    implementedOn > day
      ? 'UPCOMING'
      : superseded
        ? 'SUPERSEDED'
        : abolishedOn !== undefined && abolishedOn <= day
          ? 'ABOLISHED'
          : 'CURRENT';
  const validity = { status, replacement: replacedBy, replacedOn, partlyReplacedBy: [] };
  return {
    ...row,
    matched: true,
    title,
    status,
    implementedOn,
    replacement: replacedBy,
    replacedOn,
    verdict: verdictOf(validity),
    remark: remarkOf(validity, true, undefined),
    evidence: source,
  };
}

/** Counted from the rows. */
export function checkConclusion(rows: readonly CheckedStandard[]): string {
  const count = (verdict: CheckVerdict) => rows.filter((row) => row.verdict === verdict).length;
  const parts = (['OK', 'WARN', 'FAIL', 'UNKNOWN'] as const)
    .map((verdict) => [VERDICT_NAMES[verdict].zh, count(verdict)] as const)
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${name} ${number} 项`);
  return `核查 ${rows.length} 项：${parts.join('，')}`;
}

function verdictOf({ status, replacement }: Validity): CheckVerdict {
  switch (status) {
    case 'CURRENT':
      return replacement ? 'WARN' : 'OK';
    case 'UPCOMING':
    case 'SUPERSEDED':
      return 'WARN';
    case 'ABOLISHED':
      return 'FAIL';
    case 'UNKNOWN':
      return 'UNKNOWN';
  }
}

function remarkOf(
  { status, replacement, replacedOn, partlyReplacedBy }: Validity,
  dated: boolean,
  note?: string,
): string | undefined {
  const since = replacedOn ? `(${replacedOn} 起)` : '';
  const remarks = [
    status === 'UPCOMING' && '尚未实施，实施前应执行现行版本',
    status === 'SUPERSEDED' && replacement && `已被 ${replacement} 代替${since}`,
    status === 'CURRENT' && replacement && `将被 ${replacement} 代替${since}`,
    partlyReplacedBy.length > 0 && `部分内容被 ${partlyReplacedBy.join('、')} 代替`,
    !dated && '未注日期引用，按最新版本核查',
    note,
  ].filter(Boolean);
  return remarks.length > 0 ? remarks.join('；') : undefined;
}
