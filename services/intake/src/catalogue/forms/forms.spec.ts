import { sampleRequests } from '@nqi/reference-data';
import { formOfLine } from '../../../test/builders/sample-filings.js';
import { Catalogue } from '../catalogue.js';
import { PackagedReferenceBook } from '../packaged.reference-book.js';
import { shippedCatalogue } from '../shipped-catalogue.js';
import { ServiceForms } from '../service-forms.validator.js';

const catalogue = new Catalogue('shipped-1', shippedCatalogue());
const forms = new ServiceForms(new PackagedReferenceBook());

const BASE = '/items/0/form';

function check(code: string, form: unknown) {
  const service = catalogue.service(code);
  if (!service) throw new Error(`no service ${code}`);
  return forms.check(service, form, BASE);
}

/** Where it is wrong and what it says in Chinese. */
const faults = (code: string, form: unknown) =>
  check(code, form).faults.map(({ pointer, text }) => [pointer.slice(BASE.length), text.zh]);

const CALIBRATION = { ref: 'CI001', qty: 1 };
const TEST = { ref: 'TP024', items: ['TP024-01'], samples: 2 };

describe('The forms of the catalogue', () => {
  it('exist for each of its 64 services, with titles in both languages', () => {
    expect(catalogue.services).toHaveLength(64);
    for (const { form, name } of catalogue.services) {
      expect(form).toMatchObject({ title: name.zh, 'x-title-en': name.en, additionalProperties: false });
      for (const field of Object.values(form['properties'] as Record<string, object>)) {
        expect(field).toMatchObject({ title: expect.any(String), 'x-title-en': expect.any(String) });
      }
    }
  });

  it('accept every line of the thousand sample requests', () => {
    const lines = sampleRequests().flatMap(({ id, lines }) => lines.map((line) => ({ id, line })));

    const refused = lines.flatMap(({ id, line }) =>
      check(line.serviceCode, formOfLine(line)).faults.map((fault) => ({ id, service: line.serviceCode, ...fault })),
    );

    expect(lines).toHaveLength(1808);
    expect(refused).toEqual([]);
  });

  it.each(catalogue.services.map(({ code }) => code))(
    'refuse an empty filing of %s, and say what is missing',
    (code) => {
      const [[pointer, text] = []] = faults(code, {});

      expect(pointer).toMatch(/^\/[a-z]+$/);
      expect(text).toMatch(/^缺少必填项“.+”$/);
    },
  );

  it.each(catalogue.services.map(({ code }) => code))('refuse a field that %s does not ask for', (code) => {
    expect(faults(code, { surprise: 1 })).toContainEqual(['/surprise', '没有名为“surprise”的填写项']);
  });

  it.each([null, undefined, 'text', 5, []])('refuse %p instead of a form', (form) => {
    expect(faults('MET-003', form)).toEqual([['', '应为对象']]);
  });
});

describe('A metrology form', () => {
  it.each([
    [{ ref: 'CI001', qty: 0 }, '/instruments/0/qty', '不能小于 1'],
    [{ ref: 'CI001', qty: 10_001 }, '/instruments/0/qty', '不能大于 10000'],
    [{ ref: 'CI001', qty: 1.5 }, '/instruments/0/qty', '应为整数'],
    [{ ref: 'CI001', qty: '3' }, '/instruments/0/qty', '应为整数'],
    [{ ref: 'CI001' }, '/instruments/0/qty', '缺少必填项“数量”'],
    [{ qty: 1 }, '/instruments/0', '须填写器具目录编号(ref)或器具名称(name)'],
    [{ ref: 'CI999', qty: 1 }, '/instruments/0/ref', '器具目录中没有 CI999'],
    [{ ref: 'XX001', qty: 1 }, '/instruments/0/ref', '应为器具目录编号，如 CI001 或 MI004'],
    [{ ...CALIBRATION, name: '' }, '/instruments/0/name', '不能为空'],
    [{ ...CALIBRATION, model: 'x'.repeat(101) }, '/instruments/0/model', '不能超过 100 个字符'],
    [{ ...CALIBRATION, range: '0\u0000' }, '/instruments/0/range', '含有无法保存的字符'],
    [{ ...CALIBRATION, range: '0\ud800' }, '/instruments/0/range', '含有无法保存的字符'],
    [{ ...CALIBRATION, colour: 'red' }, '/instruments/0/colour', '没有名为“colour”的填写项'],
  ])('with instrument %j is wrong at %s', (instrument, pointer, text) => {
    expect(faults('MET-003', { instruments: [instrument] })).toContainEqual([pointer, text]);
  });

  it('points at the very instrument', () => {
    const instruments = [CALIBRATION, { ...CALIBRATION, qty: 0 }, CALIBRATION, { ref: 'CI777', qty: 1 }];

    expect(faults('MET-003', { instruments })).toEqual([['/instruments/1/qty', '不能小于 1']]);
    expect(faults('MET-003', { instruments: instruments.slice(2) })).toEqual([
      ['/instruments/1/ref', '器具目录中没有 CI777'],
    ]);
  });

  it('tells everything that is wrong at once', () => {
    const instruments = [{ ref: 'CI001', qty: 0 }, { qty: 'many' }];

    expect(faults('MET-003', { instruments, note: 7 }).map(([pointer]) => pointer)).toEqual(
      expect.arrayContaining(['/instruments/0/qty', '/instruments/1', '/instruments/1/qty', '/note']),
    );
  });

  it('takes an instrument by name alone', () => {
    expect(faults('MET-003', { instruments: [{ name: '某型专用量具', qty: 2 }] })).toEqual([]);
  });

  it('of mandatory verification takes instruments of the mandatory catalogue only', () => {
    expect(faults('MET-001', { instruments: [{ ref: 'MI004', qty: 1 }] })).toEqual([]);
    expect(faults('MET-001', { instruments: [CALIBRATION] })).toEqual([
      ['/instruments/0/ref', '应为强检器具目录编号，如 MI004'],
    ]);
    expect(faults('MET-002', { instruments: [{ ref: 'MI044', qty: 1 }] })).toEqual([
      ['/instruments/0/ref', 'MI044 不属于强制检定范围'],
    ]);
    expect(faults('MET-003', { instruments: [{ ref: 'MI044', qty: 1 }] })).toEqual([]);
  });

  it('has no more than 200 instruments and not none', () => {
    expect(faults('MET-003', { instruments: [] })).toEqual([['/instruments', '至少填写 1 项']]);
    expect(faults('MET-003', { instruments: Array(201).fill(CALIBRATION) })).toEqual([
      ['/instruments', '不能超过 200 项'],
    ]);
  });
});

describe('A testing form', () => {
  it.each([
    [{ ...TEST, ref: 'TP999' }, '/tests/0/ref', '检测产品目录中没有 TP999'],
    [{ ...TEST, items: ['TP024-01', 'TP025-01'] }, '/tests/0/items/1', 'TP024 没有检测项目 TP025-01'],
    [{ ...TEST, items: ['TP024-01', 'TP024-01'] }, '/tests/0/items', '不能重复填写'],
    [{ ...TEST, items: ['all'] }, '/tests/0/items/0', '应为检测项目编号，如 TP024-01'],
    [{ ...TEST, samples: 0 }, '/tests/0/samples', '不能小于 1'],
  ])('with test %j is wrong at %s', (test, pointer, text) => {
    expect(faults('TST-001', { tests: [test] })).toEqual([[pointer, text]]);
  });

  it.each(['TST-009', 'TST-010', 'TST-011', 'TST-013'])('of %s needs words instead of samples', (code) => {
    expect(faults(code, { note: '预约扫描电镜' })).toEqual([]);
    expect(faults(code, { tests: [TEST] })).toEqual([['/note', '缺少必填项“说明”']]);
  });
});

describe('A standards form', () => {
  it('stores numbers in the one spelling', () => {
    const { form, faults: none } = check('STD-002', { standards: [{ ref: 'gb／t19001—2016' }] });

    expect(none).toEqual([]);
    expect(form).toEqual({ standards: [{ ref: 'GB/T 19001-2016' }] });
  });

  it('refuses a standard nobody knows', () => {
    expect(faults('STD-002', { standards: [{ ref: 'GB/T 19001-2016' }, { ref: 'GB/T 99999-2099' }] })).toEqual([
      ['/standards/1/ref', '标准库中没有 GB/T 99999-2099'],
    ]);
  });
});

describe('A certification form', () => {
  it.each([
    ['CER-001', 'CCC-08'],
    ['CER-003', 'QMS'],
    ['CER-010', 'SVC-PROPERTY'],
    ['CER-012', 'EnMS'],
  ])('of %s takes %s', (code, ref) => {
    expect(faults(code, { certification: [{ ref, effective_personnel: 120 }] })).toEqual([]);
  });

  it.each([
    ['CER-001', 'QMS'],
    ['CER-005', 'QMS'],
    ['CER-012', 'NONE'],
  ])('of %s does not take %s', (code, ref) => {
    const [[pointer, text] = []] = faults(code, { certification: [{ ref }] });

    expect(pointer).toBe('/certification/0/ref');
    expect(text).toMatch(/^只能填写以下之一/);
  });
});

describe('The other forms', () => {
  it('ask consulting for what is needed and training for how many come', () => {
    expect(faults('CON-001', { note: '客户审核整改' })).toEqual([]);
    expect(faults('CON-001', { note: '' })).toEqual([['/note', '不能为空']]);
    expect(faults('TRN-001', { participants: 29 })).toEqual([]);
    expect(faults('TRN-001', { participants: 501 })).toEqual([['/participants', '不能大于 500']]);
  });
});

describe('A field that depends on another', () => {
  const instruments = [{ ref: 'CI001', qty: 1 }];

  it('is asked for only while the other one holds its value', () => {
    expect(faults('MET-003', { instruments, delivery: 'on-site', site: '一号车间' })).toEqual([]);
    expect(faults('MET-003', { instruments, delivery: 'sent' })).toEqual([]);
    expect(faults('MET-003', { instruments, delivery: 'on-site' })).toEqual([['/site', '缺少必填项“器具所在地点”']]);
    expect(faults('MET-003', { instruments, delivery: 'sent', site: '一号车间' })).toEqual([
      ['/site', '此项在当前选择下不用填写'],
    ]);
  });

  it('is compared with it where both are filled in', () => {
    const line = (sites: number, people?: number) => ({
      certification: [{ ref: 'QMS', sites, ...(people !== undefined && { effective_personnel: people }) }],
    });

    expect(faults('CER-003', line(3))).toEqual([]);
    expect(faults('CER-003', line(3, 3))).toEqual([]);
    expect(faults('CER-003', line(3, 2))).toEqual([['/certification/0/sites', '场所数不能多于有效人数']]);
  });
});
