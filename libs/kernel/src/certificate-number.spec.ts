import {
  isCertificationBodyNumber,
  normalizeCnasNumber,
  parseCccNumber,
  parseCmaNumber,
  parseManagementSystemNumber,
} from './certificate-number.js';

describe('CMA numbers', () => {
  it('are read field by field', () => {
    expect(parseCmaNumber(' ２３1520340001 ')).toEqual({
      normalized: '231520340001',
      issuedYear: 2023,
      authority: '15',
      field: '20',
      department: '34',
      serial: '0001',
    });
  });

  it.each([
    ['', 'empty'],
    ['23152034000', '11 digits'],
    ['23152034000100', '14 digits'],
    ['233220340001', 'authority 32'],
    ['231522340001', 'field 22'],
    ['231520350001', 'department 35'],
    ['231520340000', 'serial 0'],
  ])('refuse %p (%s)', (number) => {
    expect(parseCmaNumber(number)).toBeUndefined();
  });
});

describe('CNAS numbers', () => {
  it.each([
    ['CNASL1234', 'CNAS L1234'],
    [' ＣＮＡＳ Ｌ1234 ', 'CNAS L1234'],
    ['cnas  L12345', 'CNAS L12345'],
    ['CNAS IB0123', 'CNAS IB0123'],
    ['CNAS C001-M', 'CNAS C001-M'],
  ])('write %s as %s', (text, normalized) => {
    expect(normalizeCnasNumber(text)).toBe(normalized);
  });

  it.each(['', 'L1234', 'CNAS L123', 'CNAS X1234', 'CNAS C01-M', 'CNAS L 1234'])('refuse %p', (text) => {
    expect(normalizeCnasNumber(text)).toBeUndefined();
  });
});

describe('CCC numbers', () => {
  it('are read field by field', () => {
    expect(parseCccNumber('2023010914123456')).toEqual({
      normalized: '2023010914123456',
      firstIssuedYear: 2023,
      body: '01',
      productClass: '0914',
      serial: '123456',
    });
  });

  it.each(['', '202301091412', '1823010914123456', '20230109141234567'])('refuse %p', (number) => {
    expect(parseCccNumber(number)).toBeUndefined();
  });
});

describe('management-system certificate numbers', () => {
  it('are read field by field', () => {
    expect(parseManagementSystemNumber('00126q30001r1m')).toEqual({
      normalized: '00126Q30001R1M',
      body: '001',
      issuedYear: 2026,
      system: 'Q',
      recertifications: 1,
      size: 'M',
    });
  });

  it.each(['00126Q30001R0M-1', '00126QJ30001R0L/3700', '01622E10123R2S'])('accept %s', (number) => {
    expect(parseManagementSystemNumber(number)?.normalized).toBe(number);
  });

  it.each(['', '00126Q30001', '00126Q30001R0X', 'Q30001R0M'])('refuse %p', (number) => {
    expect(parseManagementSystemNumber(number)).toBeUndefined();
  });
});

describe('certification body approvals', () => {
  it('have a CNCA number', () => {
    expect(isCertificationBodyNumber('CNCA-R-2002-001')).toBe(true);
    expect(isCertificationBodyNumber('CNCA－RF－2019－45')).toBe(true);
    expect(isCertificationBodyNumber('CNCA-2002-001')).toBe(false);
  });
});
