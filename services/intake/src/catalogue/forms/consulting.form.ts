import type { LocalizedText } from '@nqi/kernel';
import { NOTE, form, type Field } from './field.js';

export function consultingForm(_code: string, name: LocalizedText): Field {
  return form(name, { note: { ...NOTE, title: '需求说明', 'x-title-en': 'What is needed' } }, ['note']);
}
