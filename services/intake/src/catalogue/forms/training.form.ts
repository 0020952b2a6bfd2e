import type { LocalizedText } from '@nqi/kernel';
import { NOTE, form, integer, type Field } from './field.js';

export function trainingForm(_code: string, name: LocalizedText): Field {
  const participants = integer({ zh: '参加人数', en: 'Participants' }, 1, 500);
  return form(name, { participants, note: NOTE }, ['participants']);
}
