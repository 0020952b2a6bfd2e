import { EMPTY_RESOURCE, resourceOf, windowsOf } from './resource-answers.js';

describe('opening times as people write them', () => {
  it.each([
    [
      '08:30-12:00, 13:30-17:30',
      [
        { start: '08:30', end: '12:00' },
        { start: '13:30', end: '17:30' },
      ],
    ],
    [
      '08:30至12:00，13:30—24:00',
      [
        { start: '08:30', end: '12:00' },
        { start: '13:30', end: '24:00' },
      ],
    ],
    ['8:30-12:00', undefined],
    ['08:30-12:00, 午后', undefined],
    ['', undefined],
  ])('%s', (text, windows) => expect(windowsOf(text)).toEqual(windows));
});

describe('a new resource', () => {
  const whole = {
    ...EMPTY_RESOURCE,
    no: 'UTM-9',
    nameZh: '万能试验机',
    nameEn: 'Universal testing machine',
    nodeCode: 'WS-370481',
    location: '滕州市',
    capability: '0-600 kN',
    services: ['TST-001'],
    yuan: 120.5,
    slotMinutes: 60,
  };

  it('is told in fen, and of what was left empty says nothing', () => {
    expect(resourceOf(whole)).toMatchObject({ feeFen: 12_050, serviceCodes: ['TST-001'], slotMinutes: 60 });
    expect(resourceOf(whole)).not.toHaveProperty('ownerId');
    expect(resourceOf(whole)).not.toHaveProperty('calibratedUntil');
  });

  it.each([{ no: ' ' }, { yuan: undefined }, { services: [] }, { windows: '全天' }])(
    'is not told with %j',
    (fields) => {
      expect(resourceOf({ ...whole, ...fields })).toBeUndefined();
    },
  );
});
