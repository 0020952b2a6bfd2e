import { errorTree } from './error-tree.js';

describe('errorTree', () => {
  it('puts every breach at its field', () => {
    const breach = (path: string[], zh: string) => ({ path, keyword: 'x', text: { zh, en: `${zh} (en)` } });

    expect(
      errorTree([breach(['a', '0', 'b'], '一'), breach(['a', '0', 'b'], '二'), breach(['a'], '三')], 'zh'),
    ).toEqual({
      a: { __errors: ['三'], 0: { b: { __errors: ['一', '二'] } } },
    });
  });

  it('is empty for a good form', () => {
    expect(errorTree([], 'en')).toEqual({});
  });
});
