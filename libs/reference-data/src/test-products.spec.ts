import { isDecimal, isStandardNumber } from '@nqi/kernel';

import { testProducts } from './index.js';

describe('test products', () => {
  it('keep their items, each under a product and methods that can be read', () => {
    const items = testProducts().flatMap((product) => product.items.map((item) => [product.id, item.id.slice(0, 5)]));
    const cited = testProducts().flatMap(({ productStandard, items: own }) => [
      productStandard,
      ...own.map(({ methodStandard }) => methodStandard),
    ]);

    expect(items.filter(([product, prefix]) => product !== prefix)).toEqual([]);
    expect(cited.filter((stdNo) => !isStandardNumber(stdNo))).toEqual([]);
  });

  it('limit numerically by decimals, except grades of colour fastness', () => {
    const numeric = testProducts()
      .flatMap(({ items }) => items)
      .filter(({ limitType }) => ['min', 'max', 'max_exclusive', 'tolerance'].includes(limitType));

    expect(numeric.length).toBeGreaterThan(100);
    expect(numeric.filter(({ limitValue }) => !isDecimal(limitValue) && !/^\d-\d$/.test(limitValue))).toEqual([]);
  });
});
