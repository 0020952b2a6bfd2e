import { metrologyForm } from '../catalogue/forms/metrology.form.js';
import { testingForm } from '../catalogue/forms/testing.form.js';
import { cellsOf } from './batch-columns.js';
import { bodyOfRow, columnOf } from './batch-row.js';
import { formColumns } from './form-columns.js';

const NAME = { zh: '事项', en: 'Service' };
const metrology = formColumns(metrologyForm('MET-003', NAME));
const testing = formColumns(testingForm('TST-001', NAME));

describe('a row of a table', () => {
  it('becomes the body of a filing, by keys or by titles, whatever their brackets', () => {
    const header = [
      '服务事项编码',
      '所在区\uFF08市\uFF09代码',
      'instruments.qty',
      '计量器具.型号规格',
      '办理方式',
      '由平台推荐',
    ];

    const { body, foreign } = bodyOfRow(cellsOf(header, ['MET-003', '370481', '3', 'A-1', '上门', '是']), metrology);

    expect(foreign).toEqual([]);
    expect(body).toEqual({
      items: [
        { serviceCode: 'MET-003', recommendedByPlatform: true, form: { instruments: [{ qty: 3, model: 'A-1' }] } },
      ],
      contact: {},
      regionCode: '370481',
      mode: 'on-site',
      urgency: 'normal',
    });
  });

  it('splits lists and leaves what is no number to the form', () => {
    const cells = cellsOf(['tests.items', 'tests.samples'], ['TP024-01;TP024-02\u3001TP024-03', 'two']);

    expect(bodyOfRow(cells, testing).body).toMatchObject({
      items: [{ form: { tests: [{ items: ['TP024-01', 'TP024-02', 'TP024-03'], samples: 'two' }] } }],
    });
  });

  it('says which columns its service does not have, and ignores the one with the errors', () => {
    const { foreign } = bodyOfRow(cellsOf(['participants', '错误说明', ''], ['3', '上次的错误', 'x']), metrology);

    expect(foreign).toEqual(['participants']);
  });

  it.each([
    ['/items/0/form/instruments/0/qty', ['计量器具.数量'], '计量器具.数量'],
    ['/items/0/form/instruments/0/qty', ['x'], '计量器具.数量'],
    ['/contact/phone', ['contactPhone'], 'contactPhone'],
    ['/contact/phone', [], '联系电话'],
    ['/items/0/form/instruments', [], 'instruments'],
    ['', [], ''],
  ])('blames the column of %s as the file %j calls it', (pointer, header, column) => {
    expect(columnOf(pointer, header, metrology)).toBe(column);
  });
});
