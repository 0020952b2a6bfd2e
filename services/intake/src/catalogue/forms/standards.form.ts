import type { LocalizedText } from '@nqi/kernel';
import { NOTE, STORABLE_TEXT, form, list, record, reference, type Field } from './field.js';

const STANDARD = record(
  {
    ref: reference({ zh: '标准编号', en: 'Standard number' }, 'standards', STORABLE_TEXT, {
      zh: '应为标准编号，如 GB/T 19001-2016',
      en: 'Must be a standard number, such as GB/T 19001-2016',
    }),
  },
  ['ref'],
);

export function standardsForm(_code: string, name: LocalizedText): Field {
  return form(name, { standards: list({ zh: '标准', en: 'Standards' }, STANDARD, 200), note: NOTE }, ['standards']);
}
