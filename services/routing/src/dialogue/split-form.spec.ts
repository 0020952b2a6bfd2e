import { splitForm } from './split-form.js';

const FORM = JSON.stringify({ instruments: [{ ref: 'MI001' }, { ref: 'MI002' }, { ref: 'MI003' }], note: '加急' });
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'nothing thrown';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a form that is split', () => {
  it('loses no line and doubles none, and keeps what is no line on both sides', () => {
    const { stays, leaves, ...counts } = splitForm('metrology', FORM, ['/instruments/2', '/instruments/0']);
    expect(JSON.parse(stays)).toEqual({ instruments: [{ ref: 'MI002' }], note: '加急' });
    expect(JSON.parse(leaves)).toEqual({ instruments: [{ ref: 'MI001' }, { ref: 'MI003' }], note: '加急' });
    expect(counts).toEqual({ staying: 1, leaving: 2 });
  });

  it.each([
    ['testing', { tests: [1, 2] }, '/tests/1'],
    ['standards', { standards: [1, 2] }, '/standards/0'],
    ['certification', { certification: [1, 2] }, '/certification/1'],
  ] as const)('has its lines where the domain %s keeps them', (domain, form, pointer) => {
    expect(splitForm(domain, JSON.stringify(form), [pointer])).toMatchObject({ staying: 1, leaving: 1 });
  });

  it.each([
    [['/instruments/3'], 'SPLIT.UNKNOWN_LINE'],
    [['/tests/0'], 'SPLIT.UNKNOWN_LINE'],
    [['/instruments/01'], 'SPLIT.UNKNOWN_LINE'],
    [['/instruments/-1'], 'SPLIT.UNKNOWN_LINE'],
    [['/note'], 'SPLIT.UNKNOWN_LINE'],
    [['/instruments/1', '/instruments/1'], 'SPLIT.NAMED_TWICE'],
    [['/instruments/0', '/instruments/1', '/instruments/2'], 'SPLIT.NOTHING_STAYS'],
  ])('is not split by %j', (pointers, code) => {
    expect(codeOf(() => splitForm('metrology', FORM, pointers))).toBe(code);
  });

  it('holds at least two lines', () => {
    const one = JSON.stringify({ instruments: [{ ref: 'MI001' }] });
    expect(codeOf(() => splitForm('metrology', one, ['/instruments/0']))).toBe('SPLIT.NO_LINES');
    expect(codeOf(() => splitForm('consulting', '{"note":"?"}', ['/note/0']))).toBe('SPLIT.NO_LINES');
  });
});
