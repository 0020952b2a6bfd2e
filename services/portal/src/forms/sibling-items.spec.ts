import { itemsOfSibling } from './sibling-items.js';

const name = (zh: string) => ({ zh, en: zh });
const PRODUCTS = [
  { ref: 'TP001', name: name('水泥'), items: [{ ref: 'TP001-01', name: name('强度') }] },
  { ref: 'TP024', name: name('石榴'), items: [{ ref: 'TP024-01', name: name('铅') }] },
];
const value = { tests: [{ ref: 'TP024' }, {}] };

describe('itemsOfSibling', () => {
  it('offers the items of the product that the line names', () => {
    expect(itemsOfSibling(PRODUCTS, { prefix: 'item0', value }, 'item0.tests.0.items').map(({ ref }) => ref)).toEqual([
      'TP024-01',
    ]);
  });

  it('offers nothing before a product is chosen', () => {
    expect(itemsOfSibling(PRODUCTS, { prefix: 'item0', value }, 'item0.tests.1.items')).toEqual([]);
  });
});
