import { convertUnit, isUnit } from './unit.js';

/** A measuring range; both ends in one known unit. */
export interface MeasuringRange {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** An amount of error or uncertainty in a known unit. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** What an accuracy says: a grade, a largest error, or both. */
export interface Accuracy {
  readonly grade?: string;
  readonly limit?: Amount;
}

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const UNIT = String.raw`[^\d\s~;,()+-][^\s~;,()]*`;
const RANGE = new RegExp(`^\\(?(${NUMBER})\\s*(${UNIT})?\\s*(?:~|-)\\s*(${NUMBER})\\s*(${UNIT})?\\)?\\s*(${UNIT})?$`);
const GRADE = /^(?:准确度)?([0-9A-Z.]{1,6}|[一二三四五])[级等](?=$|\s)\s*/;
const MARK = String.raw`±|≤|<|优于|不大于|(?:MPE|最大允许误差)[::]?\s*±?|U(?:rel|95)?\s*=`;
const LIMIT = new RegExp(`^(${MARK})?\\s*(${NUMBER})\\s*(${UNIT})?\\s*(?:[,;]?\\s*\\(?k=\\d(?:\\.\\d+)?\\)?)?$`);
/** A remark in brackets; one that begins with a range says that the value holds for a part only. */
const REMARK = /\s*\(([^()]*)\)$/;

/**
 * Reads a measuring range as it is written in China: `0~300 mm`, `(0-600)kN`, `1 mg~20 kg`, `-30至300℃`. Undefined for
 * what is not exactly one range in a known unit; `usualUnit` is taken where the text names none.
 */
export function readRange(text: string, usualUnit?: string): MeasuringRange | undefined {
  const [, lowText = '', lowUnit, highText = '', highUnit, outerUnit] = RANGE.exec(tidy(text)) ?? [];
  if (outerUnit !== undefined && (lowUnit !== undefined || highUnit !== undefined)) return undefined;
  const unit = outerUnit ?? highUnit ?? lowUnit ?? usualUnit;
  if (unit === undefined || !isUnit(unit) || lowText === '') return undefined;
  const low = convertUnit(Number(lowText), lowUnit ?? unit, unit);
  const high = Number(highText);
  if (low === undefined || !Number.isFinite(low) || !Number.isFinite(high) || low > high) return undefined;
  return { low, high, unit };
}

/**
 * Reads an accuracy: `0.02 mm`, `±0.5%FS`, `U=0.01 mm, k=2`, `Ⅲ级`, `1级 ±1%`. What cannot be read is left out; a formula
 * (`±(0.3+0.2L) mm`) or several values are no one limit. A bare number counts in `usualUnit` only after a mark.
 */
export function readAccuracy(text: string, usualUnit?: string): Accuracy {
  const whole = tidy(text);
  const [graded = '', grade] = GRADE.exec(whole) ?? [];
  const limit = limitIn(whole.slice(graded.length), usualUnit);
  return { ...(grade !== undefined && { grade }), ...(limit && { limit }) };
}

function limitIn(text: string, usualUnit: string | undefined): Amount | undefined {
  const [, remark] = REMARK.exec(text) ?? [];
  if (remark !== undefined && readRange(remark, '%')) return undefined;
  const [, mark, number = '', named] = LIMIT.exec(text.replace(REMARK, '')) ?? [];
  const value = Math.abs(Number(number));
  if (number === '' || !Number.isFinite(value)) return undefined;
  if (named === undefined && mark?.startsWith('Urel')) return { value: value * 100, unit: '%' };
  const unit = named ?? (mark === undefined ? undefined : usualUnit);
  return unit !== undefined && isUnit(unit) ? { value, unit } : undefined;
}

const RAISED: Readonly<Record<string, string>> = { '⁻': '-', '⁺': '+' };

/** Powers of ten become exponents before compatibility forms lose what is raised. */
function tidy(text: string): string {
  return text
    .replace(/(?:(\d+(?:\.\d+)?)\s*[×xX*]\s*)?10([⁻⁺]?[⁰¹²³⁴-⁹]+)/g, (_, factor: string | undefined, power: string) => {
      const exponent = [...power].map((digit) => RAISED[digit] ?? digit.normalize('NFKC')).join('');
      return `${factor ?? '1'}e${exponent}`;
    })
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replace(/[〜∼至到]|\.{3}/g, '~')
    .trim();
}
