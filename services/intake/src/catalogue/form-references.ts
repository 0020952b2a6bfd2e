import { normalizeStandardNumber, type LocalizedText } from '@nqi/kernel';
import type { Fault } from '../faults/fault.js';
import { pointerTo } from '../faults/fault.js';
import type { Service } from './catalogue.js';
import { MANDATORY_VERIFICATION } from './forms/metrology.form.js';
import type { ReferenceBook } from './reference-book.js';

/** A filled form; its schema has been checked before anything here reads it. */
export type FilledForm = Readonly<Record<string, unknown>>;

interface InstrumentLine {
  readonly ref?: string;
}
interface TestLine {
  readonly ref: string;
  readonly items: readonly string[];
}
interface StandardLine {
  readonly ref: string;
}

/** Standard numbers in the one spelling under which everybody stores them; everything else as it was sent. */
export function normalizeForm(form: FilledForm): FilledForm {
  const { standards } = form as { standards?: readonly StandardLine[] };
  if (!standards) return form;
  return { ...form, standards: standards.map((line) => ({ ...line, ref: normalizeStandardNumber(line.ref) })) };
}

/** Faults of a form of the right shape that names things nobody knows. `base` is the form's place in the body. */
export function unknownReferences(service: Service, form: FilledForm, book: ReferenceBook, base: string): Fault[] {
  const { instruments, tests, standards } = form as {
    instruments?: readonly InstrumentLine[];
    tests?: readonly TestLine[];
    standards?: readonly StandardLine[];
  };
  return [
    ...(instruments ?? []).flatMap((line, i) =>
      instrumentFaults(service, line, book, pointerTo(base, 'instruments', i, 'ref')),
    ),
    ...(tests ?? []).flatMap((line, i) => testFaults(line, book, pointerTo(base, 'tests', i))),
    ...(standards ?? []).flatMap(({ ref }, i) =>
      book.hasStandard(ref)
        ? []
        : [unknown(pointerTo(base, 'standards', i, 'ref'), '标准库中没有', 'No standard', ref)],
    ),
  ];
}

function instrumentFaults(service: Service, { ref }: InstrumentLine, book: ReferenceBook, pointer: string): Fault[] {
  if (ref === undefined) return [];
  const known = book.instrument(ref);
  if (!known) return [unknown(pointer, '器具目录中没有', 'No instrument', ref)];
  if (!MANDATORY_VERIFICATION.has(service.code) || known.mandatoryVerification) return [];
  const text: LocalizedText = {
    zh: `${ref} 不属于强制检定范围`,
    en: `${ref} is not subject to mandatory verification`,
  };
  return [{ code: 'FORM.NOT_MANDATORY', pointer, text }];
}

function testFaults({ ref, items }: TestLine, book: ReferenceBook, base: string): Fault[] {
  const product = book.testProduct(ref);
  if (!product) return [unknown(pointerTo(base, 'ref'), '检测产品目录中没有', 'No product', ref)];
  return items.flatMap((item, i) =>
    product.itemIds.has(item)
      ? []
      : [unknown(pointerTo(base, 'items', i), `${ref} 没有检测项目`, 'No test item', item)],
  );
}

function unknown(pointer: string, zh: string, en: string, ref: string): Fault {
  return { code: 'FORM.UNKNOWN_REFERENCE', pointer, text: { zh: `${zh} ${ref}`, en: `${en} ${ref} is known` } };
}
