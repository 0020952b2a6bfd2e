import type { LocalizedText } from '@nqi/kernel';
import { NOTE, form, integer, list, onlyWhen, options, record, reference, text, type Field } from './field.js';

/** Mandatory verification takes instruments of the mandatory catalogue only. */
export const MANDATORY_VERIFICATION: ReadonlySet<string> = new Set(['MET-001', 'MET-002']);

const REF_TITLE = { zh: '器具目录编号', en: 'Catalogue number' };
const MANDATORY_REF = reference(REF_TITLE, 'mandatory-instruments', '^MI\\d{3}$', {
  zh: '应为强检器具目录编号，如 MI004',
  en: 'Must be a number of the mandatory catalogue, such as MI004',
});
const ANY_REF = reference(REF_TITLE, 'instruments', '^(MI|CI)\\d{3}$', {
  zh: '应为器具目录编号，如 CI001 或 MI004',
  en: 'Must be a catalogue number, such as CI001 or MI004',
});

const instrument = (ref: Field): Field => ({
  ...record(
    {
      ref,
      name: text({ zh: '器具名称', en: 'Name' }, 200),
      qty: integer({ zh: '数量', en: 'Quantity' }, 1, 10_000),
      model: text({ zh: '型号规格', en: 'Model' }, 100),
      serials_from: text({ zh: '出厂编号(起)', en: 'First serial number' }, 100),
      range: text({ zh: '测量范围', en: 'Measuring range' }, 200),
      accuracy: text({ zh: '准确度等级或最大允许误差', en: 'Accuracy class or maximum permissible error' }, 200),
    },
    ['qty'],
  ),
  anyOf: [{ required: ['ref'] }, { required: ['name'] }],
  'x-message': {
    anyOf: { zh: '须填写器具目录编号(ref)或器具名称(name)', en: 'Needs a catalogue number (ref) or a name' },
  },
});

const DELIVERY = options(
  { zh: '送检方式', en: 'Where it is done' },
  { sent: { zh: '送检', en: 'Sent to the laboratory' }, 'on-site': { zh: '现场', en: 'On site' } },
);
/** Asked for only when people have to travel there. */
const SITE = text({ zh: '器具所在地点', en: 'Where the instruments are' }, 200);

export function metrologyForm(code: string, name: LocalizedText): Field {
  const ref = MANDATORY_VERIFICATION.has(code) ? MANDATORY_REF : ANY_REF;
  const instruments = list({ zh: '计量器具', en: 'Instruments' }, instrument(ref), 200);
  const fields = { instruments, delivery: DELIVERY, site: SITE, note: NOTE };
  return onlyWhen(form(name, fields, ['instruments']), 'site', 'delivery', 'on-site');
}
