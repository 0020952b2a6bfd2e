import { isStandardNumber, normalizeStandardNumber, parseStandardNumber } from './standard-number.js';

describe('normalizeStandardNumber', () => {
  it.each([
    ['gb／t19001—2016', 'GB/T 19001-2016'],
    ['GBT 19001-2016', 'GB/T 19001-2016'],
    [' GB  175－2023 ', 'GB 175-2023'],
    ['GB/T 17421.1 - 2023', 'GB/T 17421.1-2023'],
    ['DB37/T 1234-2020', 'DB37/T 1234-2020'],
    ['db37/t1234-2020', 'DB37/T 1234-2020'],
    ['DB37/ 2374-2018', 'DB37/ 2374-2018'],
    ['DB37 2374-2018', 'DB37/ 2374-2018'],
    ['DB3704/T 12-2021', 'DB3704/T 12-2021'],
    ['JJG（航天）34-1999', 'JJG(航天) 34-1999'],
    ['JJF (建材) 123-2019', 'JJF(建材) 123-2019'],
    ['JJG34-2022', 'JJG 34-2022'],
    ['iso/iec 27001 ： 2022', 'ISO/IEC 27001:2022'],
    ['T/ZZB 0001-2020', 'T/ZZB 0001-2020'],
    ['Q/370481ABC 001-2024', 'Q/370481ABC 001-2024'],
  ])('writes %s as %s, and leaves that as it is', (text, normalized) => {
    expect(normalizeStandardNumber(text)).toBe(normalized);
    expect(normalizeStandardNumber(normalized)).toBe(normalized);
  });
});

describe('parseStandardNumber', () => {
  it('accepts an enterprise number of digits alone, though its parts cannot be told apart', () => {
    expect(parseStandardNumber('Q/370481001-2024')).toMatchObject({ kind: 'enterprise', year: 2024 });
  });

  it.each([
    ['GB 175-2023', 'national', 'GB', '175', 2023],
    ['GB/T 17421.1-2023', 'national', 'GB/T', '17421.1', 2023],
    ['GB/T 1040', 'national', 'GB/T', '1040', undefined],
    ['GB 3836-83', 'national', 'GB', '3836', 1983],
    ['GBZ/T 300.1-2017', 'national', 'GBZ/T', '300.1', 2017],
    ['JB/T 8832-2001', 'industry', 'JB/T', '8832', 2001],
    ['HJ 828-2017', 'industry', 'HJ', '828', 2017],
    ['JGJ/T 322-2013', 'industry', 'JGJ/T', '322', 2013],
    ['DB37/ 2374-2018', 'local', 'DB37', '2374', 2018],
    ['DB3704/T 12-2021', 'local', 'DB3704/T', '12', 2021],
    ['T/CECS 10001-2019', 'group', 'T/CECS', '10001', 2019],
    ['T/1688 001-2020', 'group', 'T/1688', '001', 2020],
    ['Q/YXJX 001-2024', 'enterprise', 'Q/YXJX', '001', 2024],
    ['Q/370481 LX.A 12-2024', 'enterprise', 'Q/370481 LX.A', '12', 2024],
    ['Q/YXJX001-2024', 'enterprise', 'Q/YXJX', '001', 2024],
    ['JJG 30-2012', 'metrology', 'JJG', '30', 2012],
    ['JJF(新) 68-2021', 'metrology', 'JJF(新)', '68', 2021],
    ['ISO 9001:2015', 'international', 'ISO', '9001', 2015],
    ['IEC 60086-4', 'international', 'IEC', '60086-4', undefined],
  ] as const)('reads %s as %s', (text, kind, prefix, serial, year) => {
    expect(parseStandardNumber(text)).toEqual({ normalized: text, kind, prefix, serial, ...(year && { year }) });
  });

  it.each([
    '',
    'GB',
    '19001-2016',
    'GB/X 1-2020',
    'ZQ/T 1-2020',
    'DB/T 12-2020',
    'GB 175-203',
    'JJG 30-20122',
    '合格',
    'Q/ABC',
  ])('refuses %p', (text) => {
    expect(isStandardNumber(text)).toBe(false);
  });
});
