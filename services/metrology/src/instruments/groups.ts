import type { InstrumentCatalogue, InstrumentKind } from './instrument-kind.js';

/** Instruments of one kind that the client filed together. */
export interface Group {
  /** From 1, in the order of the form. */
  readonly no: number;
  readonly name: string;
  readonly kind?: InstrumentKind;
  readonly model?: string;
  readonly serialsFrom?: string;
  readonly range?: string;
  readonly accuracy?: string;
  readonly filed: number;
}

const MOST_GROUPS = 200;
const MOST_OF_A_KIND = 10_000;

/** Reads the instruments of a client's form; a form that names none gives none. */
export function groupsOf(form: unknown, catalogue: InstrumentCatalogue): Group[] {
  const lines = fieldsOf(form)['instruments'];
  if (!Array.isArray(lines)) return [];
  return lines.slice(0, MOST_GROUPS).map((line, index) => groupOf(fieldsOf(line), index + 1, catalogue));
}

export function noteOf(form: unknown): string | undefined {
  return textOf(fieldsOf(form)['note']);
}

function groupOf(line: Readonly<Record<string, unknown>>, no: number, catalogue: InstrumentCatalogue): Group {
  const ref = textOf(line['ref']);
  const kind = ref === undefined ? undefined : catalogue.find(ref);
  return {
    no,
    name: textOf(line['name']) ?? kind?.name ?? ref ?? '未注明名称的器具',
    kind,
    model: textOf(line['model']),
    serialsFrom: textOf(line['serials_from']),
    range: textOf(line['range']),
    accuracy: textOf(line['accuracy']),
    filed: quantityOf(line['qty']),
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

const quantityOf = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? Math.min(value, MOST_OF_A_KIND) : 1;
