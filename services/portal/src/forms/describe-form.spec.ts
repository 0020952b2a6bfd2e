import { describeForm, referencesIn } from './describe-form.js';

const SCHEMA = {
  properties: {
    tests: {
      title: '检测样品',
      items: {
        properties: {
          ref: { title: '产品编号', 'x-title-en': 'Product number', 'x-reference': 'test-products' },
          items: { title: '检测项目', items: { 'x-reference': 'test-products' } },
          samples: { title: '样品数量', 'x-title-en': 'Number of samples' },
        },
      },
    },
    note: { title: '说明', 'x-title-en': 'Note' },
  },
};
const NAMES = new Map([
  ['TP024', '鲜食石榴'],
  ['TP024-01', '铅'],
]);
const nameOf = (ref: string) => NAMES.get(ref);
const FORM = { note: '急', tests: [{ samples: 4, ref: 'TP024', items: ['TP024-01', 'TP024-09'] }] };

describe('describeForm', () => {
  it('says a form in the order and words of its schema', () => {
    expect(describeForm(SCHEMA, FORM, 'zh', nameOf)).toEqual([
      {
        title: '检测样品',
        lines: [
          [
            { title: '产品编号', text: '鲜食石榴 · TP024' },
            { title: '检测项目', text: '铅 · TP024-01、TP024-09' },
            { title: '样品数量', text: '4' },
          ],
        ],
      },
      { title: '说明', text: '急' },
    ]);
  });

  it('uses English titles where there are any', () => {
    expect(describeForm(SCHEMA, { note: 'x' }, 'en', nameOf)).toEqual([{ title: 'Note', text: 'x' }]);
  });

  it('does not lose what the schema does not know', () => {
    expect(describeForm(SCHEMA, { colour: true }, 'zh', nameOf)).toEqual([{ title: 'colour', text: '是' }]);
  });
});

describe('referencesIn', () => {
  it('finds every list once', () => {
    expect(referencesIn(SCHEMA)).toEqual(['test-products']);
  });
});
