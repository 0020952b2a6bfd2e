import { INSTRUMENT_STATUSES, instrumentStatus, validityOf } from './instrument.js';

const TODAY = '2026-11-24';

describe('the status of an instrument', () => {
  it.each([
    [true, null, 'IN_USE'],
    [null, null, 'IN_USE'],
    [true, '2026-11-23', 'OVERDUE'],
    [true, '2026-11-24', 'DUE_SOON'],
    [true, '2026-12-24', 'DUE_SOON'],
    [true, '2026-12-25', 'IN_USE'],
    [false, '2027-11-23', 'FAILED'],
    [false, null, 'FAILED'],
  ])('conforming %s, valid until %s: %s', (conforms, validUntil, status) => {
    expect(instrumentStatus({ conforms, validUntil }, TODAY)).toBe(status);
  });

  it('agrees with the dates by which the ledger is filtered', () => {
    const dates = ['2026-11-23', '2026-11-24', '2026-12-24', '2026-12-25'];
    const statuses = INSTRUMENT_STATUSES.filter((status) => status !== 'FAILED');

    for (const validUntil of dates) {
      const fitting = statuses.filter((status) => {
        const { from = '', to = '9999-12-31' } = validityOf(status, TODAY);
        return from <= validUntil && validUntil <= to;
      });
      expect(fitting).toEqual([instrumentStatus({ conforms: true, validUntil }, TODAY)]);
    }
  });
});
