import { DomainError, type ServiceDomain } from '@nqi/kernel';

/** A form as it stays, and the form of what leaves; whatever is no line stands in both. */
export interface SplitForm {
  readonly stays: string;
  readonly leaves: string;
  readonly staying: number;
  readonly leaving: number;
}

/** Where a form keeps the things that could be served one by one. Advice and training have none. */
const LINES: Readonly<Partial<Record<ServiceDomain, string>>> = {
  metrology: 'instruments',
  testing: 'tests',
  standards: 'standards',
  certification: 'certification',
};

/**
 * Divides a form by JSON pointers to the lines that leave (`/instruments/2`). Throws `conflict` for a form of fewer than
 * two lines, and `invalid` for a pointer to no line, one named twice, and when nothing would stay.
 */
export function splitForm(domain: ServiceDomain, formJson: string, pointers: readonly string[]): SplitForm {
  const form = JSON.parse(formJson) as Record<string, unknown>;
  const key = LINES[domain] ?? '';
  const lines: unknown = form[key];
  if (!Array.isArray(lines) || lines.length < 2) throw nothingToSplit();
  const leaving = new Set(pointers.map((pointer, position) => lineOf(pointer, position, key, lines.length)));
  if (leaving.size < pointers.length) throw namedTwice();
  if (leaving.size === lines.length) throw nothingStays();
  const formOf = (leaves: boolean) =>
    JSON.stringify({ ...form, [key]: lines.filter((_, index) => leaving.has(index) === leaves) });
  return {
    stays: formOf(false),
    leaves: formOf(true),
    staying: lines.length - leaving.size,
    leaving: leaving.size,
  };
}

function lineOf(pointer: string, position: number, key: string, count: number): number {
  const [, at, index] = /^\/([a-z]+)\/(0|[1-9]\d{0,3})$/.exec(pointer) ?? [];
  if (at === key && Number(index) < count) return Number(index);
  const text = { zh: `申请表中没有 ${pointer}`, en: `The form has no line ${pointer}` };
  throw new DomainError('SPLIT.UNKNOWN_LINE', 'invalid', text, { pointer }, `/lines/${position}`);
}

function nothingToSplit(): DomainError {
  const text = { zh: '该工单不含可拆分的多项内容', en: 'The ticket does not hold several lines to split' };
  return new DomainError('SPLIT.NO_LINES', 'conflict', text);
}

function namedTwice(): DomainError {
  const text = { zh: '同一项不能重复列出', en: 'A line is named twice' };
  return new DomainError('SPLIT.NAMED_TWICE', 'invalid', text, {}, '/lines');
}

function nothingStays(): DomainError {
  const text = { zh: '至少须保留一项在原工单', en: 'At least one line has to stay with the ticket' };
  return new DomainError('SPLIT.NOTHING_STAYS', 'invalid', text, {}, '/lines');
}
