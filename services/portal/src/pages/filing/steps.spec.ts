import { after, before, placeOf } from './steps.js';

describe('filing steps', () => {
  it('follow one another', () => {
    expect(after('choose')).toBe('details');
    expect(after('check')).toBe('check');
    expect(before('contact')).toBe('details');
  });

  it('find the field of a pointer', () => {
    expect(placeOf(['items', '1', 'form', 'instruments', '0', 'qty'])).toEqual({
      step: 'details',
      prefix: 'item1',
      path: ['instruments', '0', 'qty'],
    });
    expect(placeOf(['contact', 'phone'])).toEqual({ step: 'contact', prefix: 'filing', path: ['contact', 'phone'] });
    expect(placeOf(['items', '0', 'materials', '2'])).toEqual({
      step: 'details',
      prefix: 'item0',
      path: ['materials'],
    });
    expect(placeOf(['items', '0', 'serviceCode']).step).toBe('choose');
  });
});
