import { breachInWords, checkForm, isValidForm } from './check-form.js';

const INSTRUMENT = {
  type: 'object',
  properties: {
    ref: {
      type: 'string',
      title: '器具目录编号',
      pattern: '^MI\\d{3}$',
      'x-message': { pattern: { zh: '如 MI004', en: 'as MI004' } },
    },
    name: { type: 'string', title: '器具名称', minLength: 1 },
    qty: { type: 'integer', title: '数量', 'x-title-en': 'Quantity', minimum: 1, maximum: 10_000 },
  },
  required: ['qty'],
  additionalProperties: false,
  anyOf: [{ required: ['ref'] }, { required: ['name'] }],
  'x-message': { anyOf: { zh: '须填写编号或名称', en: 'Needs a number or a name' } },
};
const FORM = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: { instruments: { type: 'array', title: '计量器具', minItems: 1, maxItems: 200, items: INSTRUMENT } },
  required: ['instruments'],
  additionalProperties: false,
};
const faults = (form: unknown): string[] =>
  checkForm(FORM, form).map(({ path, text }) => `${path.join('/')}: ${text.zh}`);

describe('checkForm', () => {
  it('has nothing to say about a good form', () => {
    expect(faults({ instruments: [{ ref: 'MI004', qty: 2 }] })).toEqual([]);
  });

  it('names the missing field by its title', () => {
    expect(faults({})).toEqual(['instruments: 请填写“计量器具”']);
    expect(faults({ instruments: [{ ref: 'MI004' }] })).toEqual(['instruments/0/qty: 请填写“数量”']);
  });

  it('takes an emptied field for a missing one', () => {
    expect(faults({ instruments: [{ ref: 'MI004', qty: undefined }] })).toEqual(['instruments/0/qty: 请填写“数量”']);
  });

  it('says a rule of alternatives once, at the group, in its own words', () => {
    expect(faults({ instruments: [{ qty: 2 }] })).toEqual(['instruments/0: 须填写编号或名称']);
  });

  it('uses a field’s own words for its pattern', () => {
    expect(faults({ instruments: [{ ref: 'X', qty: 1 }] })).toEqual(['instruments/0/ref: 如 MI004']);
  });

  it.each([
    [0, '不能小于 1'],
    [10_001, '不能大于 10000'],
    [1.5, '应为整数'],
    ['7', '应为整数'],
  ])('objects to the quantity %p', (qty, text) => {
    expect(faults({ instruments: [{ ref: 'MI004', qty }] })).toContain(`instruments/0/qty: ${text}`);
  });

  it('names a field that does not exist', () => {
    expect(faults({ instruments: [{ ref: 'MI004', qty: 1, colour: 'red' }] })).toEqual([
      'instruments/0/colour: 没有名为“colour”的填写项',
    ]);
  });

  it('counts the entries of a list', () => {
    expect(faults({ instruments: [] })).toEqual(['instruments: 至少填写 1 项']);
  });

  it('finds every fault of every line', () => {
    expect(
      faults({
        instruments: [
          { qty: 0, ref: 'MI001' },
          { name: '', qty: 1 },
        ],
      }),
    ).toEqual(['instruments/0/qty: 不能小于 1', 'instruments/1/name: 不能为空']);
  });
});

describe('isValidForm', () => {
  it('answers yes or no', () => {
    expect(isValidForm(FORM, { instruments: [{ ref: 'MI004', qty: 2 }] })).toBe(true);
    expect(isValidForm(FORM, {})).toBe(false);
  });
});

describe('breachInWords', () => {
  const inWords = (form: unknown, language: 'zh' | 'en' = 'zh'): string[] =>
    checkForm(FORM, form).map((breach) => breachInWords(FORM, breach, language));

  it('names the line of a list', () => {
    expect(inWords({ instruments: [{ ref: 'MI001', qty: 1 }, { ref: 'MI002' }] })).toEqual([
      '计量器具 2 — 请填写“数量”',
    ]);
    expect(inWords({ instruments: [{ qty: 1 }] })).toEqual(['计量器具 1 — 须填写编号或名称']);
  });

  it('names the field where the words do not', () => {
    expect(inWords({ instruments: [{ ref: 'MI001', qty: 0 }] })).toEqual(['计量器具 1 › 数量 — 不能小于 1']);
    expect(inWords({ instruments: [{ ref: 'MI001', qty: 0 }] }, 'en')).toEqual([
      '计量器具 1 › Quantity — Must be at least 1',
    ]);
  });

  it('needs no more than the words on the first level', () => {
    expect(inWords({})).toEqual(['请填写“计量器具”']);
  });
});

describe('a line that was added and left empty', () => {
  it('is missing, not wrong', () => {
    const readings = { type: 'array', title: '示值', items: { type: 'string', title: '读数' } };
    const schema = { type: 'object', properties: { readings } };
    const [breach] = checkForm(schema, { readings: ['1', undefined] });

    expect(breach?.text.zh).toBe('请填写“读数”');
    expect(breach && breachInWords(schema, breach, 'zh')).toBe('示值 2 — 请填写“读数”');
  });
});
