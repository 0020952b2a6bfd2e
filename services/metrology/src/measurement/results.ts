import { Decimal, DomainError, compareDecimals, isDecimal, parseDecimal, type LocalizedText } from '@nqi/kernel';
import type { PreparedGroup } from '../instruments/prepared-group.js';
import { isWithin, parseRange, valueAt } from '../instruments/limits.js';
import { unitFactor } from '../instruments/units.js';
import { errorOf, judgePoint, worstOf, type DecisionRule, type Point, type Verdict } from './judgement.js';
import { uncertaintyFault, type UncertaintyFault } from './uncertainty.js';

/** Readings of one instrument, one per point. */
export interface InstrumentEntry {
  readonly serial: string;
  readonly readings: readonly string[];
  /** What is wrong with it beside its readings; enough to fail it. */
  readonly defect?: string;
}

/** What was read for one group, as it was written down. */
export interface GroupEntry {
  readonly group: number;
  readonly unit: string;
  readonly points: readonly Point[];
  readonly instruments: readonly InstrumentEntry[];
  readonly rule: DecisionRule;
  readonly coverageFactor?: string;
  /** Interval to the next calibration, when the client wants to be told one. */
  readonly intervalMonths?: number;
  /** Of a batch too large for single records: the extremes of those that conform, point by point. */
  readonly extremes?: readonly { readonly lowest: string; readonly highest: string }[];
}

export interface InstrumentResult extends InstrumentEntry {
  readonly errors: readonly string[];
  readonly verdict: Verdict;
}

/** What the readings of one group amount to; every figure in it is computed. */
export interface GroupResult extends Omit<GroupEntry, 'instruments'> {
  readonly measuredOn: string;
  /** Single records; of a batch only those that do not conform. */
  readonly instruments: readonly InstrumentResult[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

/** Judges one group. Throws `invalid`, pointing into the entry below `pointer`, where figures cannot be right. */
export function judgeGroup(group: PreparedGroup, entry: GroupEntry, measuredOn: string, pointer: string): GroupResult {
  const points = entry.points.map((point, index) =>
    checkedPoint(group, entry, withLimit(group, entry.unit, point), `${pointer}/points/${index}`),
  );
  assertSerials(group, entry, pointer);
  const instruments = entry.instruments.map((instrument, index) =>
    judgeInstrument(points, instrument, entry.rule, `${pointer}/instruments/${index}`),
  );
  const counts = { PASS: 0, FAIL: 0, INCONCLUSIVE: 0, NONE: 0 };
  for (const { verdict } of instruments) counts[verdict] += 1;
  if (group.batch && entry.extremes) {
    assertBatch(points, entry.extremes, instruments, pointer);
    counts.PASS = group.quantity - instruments.length;
  }
  return { ...entry, points, measuredOn, instruments, counts };
}

/** The error limit of the reference data stands in where none was written. */
function withLimit({ kind }: PreparedGroup, unit: string, point: Point): Point {
  const factor = kind?.unit && unitFactor(kind.unit, unit);
  if (point.mpe !== undefined || !kind?.allowance || !factor) return point;
  const nominal = parseDecimal(point.nominal).dividedBy(factor).toFixed();
  const limit = valueAt(kind.allowance, nominal, kind.range);
  return limit === undefined ? point : { ...point, mpe: new Decimal(limit).times(factor).toFixed() };
}

const UNCERTAINTY_TEXTS: Readonly<Record<UncertaintyFault, LocalizedText>> = {
  'not-positive': { zh: '扩展不确定度应大于零', en: 'An uncertainty must be positive' },
  'too-many-digits': {
    zh: '扩展不确定度最多保留两位有效数字',
    en: 'An uncertainty has two significant digits at most',
  },
  'below-capability': { zh: '扩展不确定度小于本机构的校准测量能力', en: 'Smaller than the calibration capability' },
};

function checkedPoint(group: PreparedGroup, entry: GroupEntry, point: Point, pointer: string): Point {
  const { kind } = group;
  const factor = kind?.unit && unitFactor(entry.unit, kind.unit);
  const inKindUnit = (value: string) =>
    parseDecimal(value)
      .times(factor ?? '1')
      .toFixed();
  const range = (group.range && parseRange(group.range)) || kind?.range;
  if (factor && range && !isWithin(range, inKindUnit(point.nominal))) {
    throw fault('OUT_OF_RANGE', `${pointer}/nominal`, {
      zh: `标称值 ${point.nominal} 超出测量范围 ${range.min}~${range.max} ${kind.unit}`,
      en: `${point.nominal} lies outside ${range.min} to ${range.max} ${kind.unit}`,
    });
  }
  if (point.mpe !== undefined && parseDecimal(point.mpe).lte(0)) {
    throw fault('LIMIT_NOT_POSITIVE', `${pointer}/mpe`, {
      zh: '最大允许误差应大于零',
      en: 'A limit must be positive',
    });
  }
  if (entry.rule !== 'none' && point.mpe === undefined) {
    throw fault('LIMIT_MISSING', `${pointer}/mpe`, {
      zh: '作符合性判定须给出最大允许误差',
      en: 'A statement of conformity needs a limit',
    });
  }
  if (point.uncertainty !== undefined) {
    const capability = factor ? kind?.capability : undefined;
    const wrong = uncertaintyFault(inKindUnit(point.uncertainty), inKindUnit(point.nominal), capability);
    if (wrong) throw fault('UNCERTAINTY', `${pointer}/uncertainty`, UNCERTAINTY_TEXTS[wrong], { fault: wrong });
  }
  return point;
}

function assertSerials(group: PreparedGroup, { instruments }: GroupEntry, pointer: string): void {
  const seen = new Set<string>();
  for (const [index, { serial }] of instruments.entries()) {
    if (seen.has(serial)) {
      throw fault('SERIAL_TWICE', `${pointer}/instruments/${index}/serial`, {
        zh: `编号 ${serial} 重复`,
        en: `${serial} appears twice`,
      });
    }
    seen.add(serial);
  }
  const complete = group.batch ? instruments.length <= group.quantity : instruments.length === group.quantity;
  if (complete) return;
  throw fault(
    'WRONG_COUNT',
    `${pointer}/instruments`,
    {
      zh: `${group.name} 应记录 ${group.quantity} 台(件)，实际 ${instruments.length}`,
      en: `${group.quantity} instruments were taken in, ${instruments.length} are recorded`,
    },
    { expected: group.quantity, recorded: instruments.length },
  );
}

function judgeInstrument(
  points: readonly Point[],
  entry: InstrumentEntry,
  rule: DecisionRule,
  pointer: string,
): InstrumentResult {
  const { readings, defect } = entry;
  if (readings.length !== points.length || !readings.every(isDecimal)) {
    throw fault('READINGS_MISMATCH', `${pointer}/readings`, {
      zh: `应有 ${points.length} 个示值，每个测量点一个`,
      en: `${points.length} readings are wanted, one per point`,
    });
  }
  const errors = points.map(({ nominal }, index) => errorOf(readings[index] ?? '', nominal));
  const verdicts = points.map((point, index) => judgePoint(point, errors[index] ?? '', rule));
  return { ...entry, errors, verdict: defect ? 'FAIL' : worstOf(verdicts) };
}

/** The extremes speak for those that conform, so both must conform, and whoever is listed apart must not. */
function assertBatch(
  points: readonly Point[],
  extremes: NonNullable<GroupEntry['extremes']>,
  apart: readonly InstrumentResult[],
  pointer: string,
): void {
  points.forEach((point, index) => {
    const { lowest, highest } = extremes[index] ?? { lowest: '', highest: '' };
    const [low, high] = [errorOf(lowest, point.nominal), errorOf(highest, point.nominal)];
    const ordered = compareDecimals(lowest, highest) <= 0;
    const conforming = [low, high].every((error) => judgePoint(point, error, 'simple-acceptance') === 'PASS');
    if (ordered && conforming) return;
    throw fault('BATCH_EXTREMES', `${pointer}/points/${index}`, {
      zh: '合格器具的最小、最大示值须在允许误差之内；超差的器具请逐台列出',
      en: 'The extremes of conforming instruments must lie within the limit; list the others one by one',
    });
  });
  const conforming = apart.findIndex(({ verdict }) => verdict !== 'FAIL');
  if (conforming < 0) return;
  throw fault('NOT_NONCONFORMING', `${pointer}/instruments/${conforming}`, {
    zh: '逐台列出的器具应为不合格器具',
    en: 'Only instruments that do not conform are listed one by one',
  });
}

function fault(code: string, pointer: string, text: LocalizedText, details: Record<string, unknown> = {}): DomainError {
  return new DomainError(`MEASUREMENT.${code}`, 'invalid', text, details, pointer);
}
