import { readCsv, type CsvRow } from './csv.js';
import { frozen, once } from './data-file.js';

export type LimitType =
  'min' | 'max' | 'max_exclusive' | 'range' | 'equal' | 'tolerance' | 'qualitative' | 'sampling_plan' | 'report';

const LIMIT_TYPES: readonly LimitType[] = [
  'min',
  'max',
  'max_exclusive',
  'range',
  'equal',
  'tolerance',
  'qualitative',
  'sampling_plan',
  'report',
];

export interface TestItem {
  readonly id: string;
  readonly parameter: string;
  readonly methodStandard: string;
  readonly unit?: string;
  readonly limitType: LimitType;
  readonly operator: string;
  /** As written: a decimal, a range `4.0~8.5`, a grade `3-4`, a sampling plan `n=5,c=2,m=100,M=1000` or words. */
  readonly limitValue: string;
  readonly confidence: string;
}

/** A product with the items it is usually tested for. Limits are examples for forms, not grounds for a real verdict. */
export interface TestProduct {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly productStandard: string;
  readonly items: readonly TestItem[];
}

interface Line {
  readonly row: CsvRow;
  readonly product: Omit<TestProduct, 'items'>;
  readonly item: TestItem;
}

export const testProducts = once(() => {
  const products = new Map<string, { head: Line['product']; items: TestItem[] }>();
  for (const { row, product, item } of readCsv('test_products.csv', toLine, 'item_id')) {
    const known = products.get(product.id) ?? { head: product, items: [] };
    if (JSON.stringify(known.head) !== JSON.stringify(product)) {
      throw row.wrong('product_id', `${product.id} is described in two ways`);
    }
    known.items.push(item);
    products.set(product.id, known);
  }
  return frozen([...products.values()].map(({ head, items }): TestProduct => ({ ...head, items })));
});

function toLine(row: CsvRow): Line {
  const product = {
    id: row.matching('product_id', /^TP\d{3}$/),
    name: row.text('product_name'),
    category: row.text('category'),
    productStandard: row.text('product_standard'),
  };
  const item = {
    id: row.matching('item_id', new RegExp(`^${product.id}-\\d{2}$`)),
    parameter: row.text('parameter'),
    methodStandard: row.text('method_standard'),
    unit: row.optional('unit'),
    limitType: row.oneOf('limit_type', LIMIT_TYPES),
    operator: row.text('operator'),
    limitValue: row.text('limit_value'),
    confidence: row.text('confidence'),
  };
  return { row, product, item };
}
