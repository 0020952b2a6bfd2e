import type { LocalizedText } from '@nqi/kernel';
import { NOTE, distinct, form, integer, list, record, reference, text, type Field } from './field.js';

/** Services around laboratories that test no named product: bookings, guidance, reports for inspection. */
const WITHOUT_SAMPLES: ReadonlySet<string> = new Set(['TST-009', 'TST-010', 'TST-011', 'TST-013']);

const ITEM = reference({ zh: '检测项目编号', en: 'Test item' }, 'test-products', '^TP\\d{3}-\\d{2}$', {
  zh: '应为检测项目编号，如 TP024-01',
  en: 'Must be a test item number, such as TP024-01',
});

const TEST = record(
  {
    ref: reference({ zh: '产品编号', en: 'Product number' }, 'test-products', '^TP\\d{3}$', {
      zh: '应为产品编号，如 TP024',
      en: 'Must be a product number, such as TP024',
    }),
    product: text({ zh: '产品名称', en: 'Product' }, 200),
    standard: text({ zh: '执行标准', en: 'Product standard' }, 100),
    method: text({ zh: '检测方法标准(含年号)', en: 'Test method, with its year' }, 100),
    items: distinct(list({ zh: '检测项目', en: 'Test items' }, ITEM, 100)),
    samples: integer({ zh: '样品数量', en: 'Number of samples' }, 1, 1_000),
  },
  ['ref', 'items', 'samples'],
);

const TESTS = list({ zh: '检测样品', en: 'Tests' }, TEST, 50);

export function testingForm(code: string, name: LocalizedText): Field {
  const required = WITHOUT_SAMPLES.has(code) ? ['note'] : ['tests'];
  return form(name, { tests: TESTS, note: NOTE }, required);
}
