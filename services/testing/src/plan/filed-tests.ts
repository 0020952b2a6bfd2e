import type { PlanItem, TestReferences } from './test-references.js';

/** One product that the client filed for testing. */
export interface FiledTest {
  /** From 1, in the order of the form. */
  readonly line: number;
  readonly ref?: string;
  readonly product: string;
  readonly standard?: string;
  /** What the reference data knows of the items asked for; empty for a product it does not know. */
  readonly items: readonly PlanItem[];
  readonly samples: number;
}

const MOST_LINES = 50;
const MOST_SAMPLES = 1_000;

/** Reads the tests of a client's form; a form that names none gives none. */
export function filedTests(form: unknown, references: Pick<TestReferences, 'product'>): FiledTest[] {
  const lines = fieldsOf(form)['tests'];
  if (!Array.isArray(lines)) return [];
  return lines.slice(0, MOST_LINES).map((line, index) => filedTest(fieldsOf(line), index + 1, references));
}

export function noteOf(form: unknown): string | undefined {
  return textOf(fieldsOf(form)['note']);
}

function filedTest(
  fields: Readonly<Record<string, unknown>>,
  line: number,
  references: Pick<TestReferences, 'product'>,
): FiledTest {
  const ref = textOf(fields['ref']);
  const known = ref === undefined ? undefined : references.product(ref);
  const wanted = Array.isArray(fields['items']) ? fields['items'] : [];
  const items = (known?.items ?? []).filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const standard = textOf(fields['standard']) ?? known?.standard;
  return {
    line,
    ...(known && { ref }),
    product: textOf(fields['product']) ?? known?.name ?? ref ?? '未注明名称的样品',
    ...(standard && { standard }),
    items,
    samples: countOf(fields['samples']),
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

const countOf = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? Math.min(value, MOST_SAMPLES) : 1;
