import { qualificationNumber } from './qualification-number.js';

describe('numbers of qualifications', () => {
  it.each([
    ['CMA', '241500202345', '241500202345'],
    ['CNAS-L', 'cnas l12345', 'CNAS L12345'],
    ['CNAS-IB', 'CNAS IB0012', 'CNAS IB0012'],
    ['法定计量授权', '（鲁）法计（2024）04001号', '（鲁）法计（2024）04001号'],
    ['认证机构批准', 'CNCA-R-2002-001', 'CNCA-R-2002-001'],
    ['高新技术企业', ' GR2024 ', 'GR2024'],
  ])('%s: %s', (kind, number, stored) => expect(qualificationNumber(kind, number)).toBe(stored));

  it.each([
    ['CMA', '24150020234'],
    ['CNAS-L', 'L12345678'],
    ['法定计量授权', '2024-04001'],
    ['认证机构批准', 'CNCA-2002-1'],
  ])('%s is not written %s', (kind, number) =>
    expect(() => qualificationNumber(kind, number)).toThrow(
      expect.objectContaining({ code: 'QUALIFICATION.BAD_NUMBER', pointer: '/number' }),
    ),
  );
});
