import { DomainError } from './domain-error.js';
import {
  isCountyCode,
  isParkCode,
  isRegionCode,
  nodeCodeOf,
  parentRegionCode,
  parseNodeCode,
  regionLevel,
} from './region.js';

describe('regionLevel', () => {
  it.each([
    ['370000', 'province'],
    ['370400', 'city'],
    ['370481', 'county'],
    ['370402', 'county'],
    ['370471', 'park'],
    ['370481901', 'park'],
    ['370406405', 'park'],
    ['370403002', 'town'],
    ['370481101', 'town'],
  ])('takes %s for a %s', (code, level) => {
    expect(regionLevel(code)).toBe(level);
  });

  it.each(['', '37', '3704', '37040', '370004', '3704811', '370400901', '37048110', 'WS-370481', '000000'])(
    'takes %p for no region at all',
    (code) => {
      expect(regionLevel(code)).toBeUndefined();
      expect(isRegionCode(code)).toBe(false);
    },
  );

  it('tells the functional zone from a county', () => {
    expect(isCountyCode('370481')).toBe(true);
    expect(isCountyCode('370471')).toBe(false);
    expect(isParkCode('370471')).toBe(true);
  });
});

describe('parentRegionCode', () => {
  it.each([
    ['370000', undefined],
    ['370400', '370000'],
    ['370481', '370400'],
    ['370471', '370400'],
    ['370481901', '370481'],
    ['370403002', '370403'],
  ])('of %s is %s', (code, parent) => {
    expect(parentRegionCode(code)).toBe(parent);
  });

  it('refuses what is no region', () => {
    expect(() => parentRegionCode('370')).toThrow(
      expect.objectContaining({ code: 'REGION.INVALID_CODE', kind: 'invalid' }),
    );
  });
});

describe('node codes', () => {
  it.each([
    ['370000', 'PROV-370000', 'province'],
    ['370400', 'HUB-370400', 'city'],
    ['370481', 'WS-370481', 'county'],
    ['370471', 'WS-370471', 'park'],
    ['370481901', 'WS-370481901', 'park'],
  ])('of %s is %s and reads back as a %s', (regionCode, nodeCode, level) => {
    expect(nodeCodeOf(regionCode)).toBe(nodeCode);
    expect(parseNodeCode(nodeCode)).toEqual({ level, regionCode });
  });

  it('are not given to towns', () => {
    expect(() => nodeCodeOf('370403002')).toThrow(DomainError);
    expect(parseNodeCode('WS-370403002')).toBeUndefined();
  });

  it.each(['HUB-370481', 'WS-370400', 'PROV-370400', 'WS370481', 'WS-37048', 'ws-370481'])('refuses %s', (text) => {
    expect(parseNodeCode(text)).toBeUndefined();
  });
});
