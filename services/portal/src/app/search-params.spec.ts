import { choiceParam, countParam, dayParam, flagParam, listParam, pathParam, textParam } from './search-params.js';

describe('search parameters', () => {
  it('take texts, also those the router read as numbers', () => {
    expect(textParam('校准')).toBe('校准');
    expect(textParam(123456)).toBe('123456');
    expect(textParam('')).toBeUndefined();
    expect(textParam({})).toBeUndefined();
  });

  it('take known choices only', () => {
    expect(choiceParam('testing', ['testing', 'standards'])).toBe('testing');
    expect(choiceParam('other', ['testing', 'standards'])).toBeUndefined();
  });

  it('take counts only', () => {
    expect(countParam('120')).toBe(120);
    expect(countParam('0')).toBeUndefined();
    expect(countParam('1e3')).toBeUndefined();
  });

  it('take lists of known choices only', () => {
    expect(listParam('testing,standards', ['testing', 'standards'])).toBe('testing,standards');
    expect(listParam('testing,other', ['testing', 'standards'])).toBeUndefined();
    expect(listParam('', ['testing'])).toBeUndefined();
  });

  it('take a flag only when it is set', () => {
    expect([flagParam('true'), flagParam(true), flagParam('false'), flagParam(undefined)]).toEqual([
      true,
      true,
      undefined,
      undefined,
    ]);
  });

  it('take days only', () => {
    expect(dayParam('2026-11-24')).toBe('2026-11-24');
    expect(dayParam('24.11.2026')).toBeUndefined();
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'queue', undefined])(
    'refuse %p as a way back after the log-in',
    (value) => {
      expect(pathParam(value)).toBeUndefined();
    },
  );

  it('take a path of this site as a way back', () => {
    expect(pathParam('/requests?status=RETURNED')).toBe('/requests?status=RETURNED');
  });
});
