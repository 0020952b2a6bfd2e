import { minimalForm } from './minimal-form.js';

describe('a form that leaves the city', () => {
  it('keeps what is asked for', () => {
    const form = {
      instruments: [{ ref: 'MI004', qty: 2, serials_from: '20260001' }],
      note: '检定20台',
      participants: 12,
    };
    expect(minimalForm(form)).toEqual(form);
  });

  it.each([
    'contactName',
    'contact',
    'phone',
    'mobile',
    'tel',
    'email',
    'idCard',
    'id_number',
    'personName',
    'address',
  ])('has no %s', (key) =>
    expect(minimalForm({ lines: [{ [key]: '张三', qty: 1 }] })).toEqual({ lines: [{ qty: 1 }] }),
  );

  it('keeps texts, but no number of a person in them', () => {
    expect(minimalForm({ note: '请联系13800005678，身份证370481199001011234，a.b@example.com' })).toEqual({
      note: '请联系***，身份证***，***',
    });
    // A unified social credit code and a serial number are nobody's.
    expect(minimalForm({ note: '91370481XD4164886N 序列号 1380000567812' })).toEqual({
      note: '91370481XD4164886N 序列号 1380000567812',
    });
  });
});
