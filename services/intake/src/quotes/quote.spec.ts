import { WorkingCalendar } from '@nqi/kernel';
import { workingCalendarData } from '@nqi/reference-data';
import { isFree } from './quotable.js';
import { Quote, nextDueAt, type QuotedItem } from './quote.js';

const calendar = new WorkingCalendar(workingCalendarData());
const ITEM: QuotedItem = {
  requestId: 'r',
  requestNo: 'ZZ-JL-20261124-000001',
  itemId: 'i',
  serviceCode: 'MET-003',
  serviceName: { zh: '校准', en: 'Calibration' },
  enterprise: { uscc: 'u', name: '企业' },
  regionCode: '370481',
  ticketId: 't',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
};
/** A Tuesday. */
const NOW = new Date('2026-11-24T02:00:00Z');
const at = (iso: string) => new Date(iso);

const offered = (validUntil = '2026-12-01', amounts = [10_050, 1]) =>
  Quote.offer(
    'q',
    ITEM,
    { lines: amounts.map((amountFen) => ({ what: '校准', quantity: 1, amountFen })), validUntil },
    { by: 'clerk', at: NOW },
    calendar,
  );
const code = (work: () => void) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('A quote', () => {
  it('sums its lines in whole fen and holds until its day ends in Shanghai', () => {
    expect(offered().snapshot()).toMatchObject({
      totalFen: 10_051,
      status: 'OFFERED',
      expiresAt: at('2026-12-01T16:00:00Z'),
    });
  });

  it('is valid from today to a day within a year', () => {
    expect(code(() => offered('2026-11-24'))).toBeUndefined();
    for (const day of ['2026-11-23', '2027-11-30', '2026-02-30', 'soon']) {
      expect(code(() => offered(day))).toBe('QUOTE.BAD_VALIDITY');
    }
  });

  it('is answered once, and not after its day, even before anybody has noted that', () => {
    const quote = offered();
    quote.answer('ACCEPTED', { by: 'boss', at: at('2026-12-01T15:59:59.999Z') });
    expect(quote.snapshot()).toMatchObject({ status: 'ACCEPTED', endedBy: 'boss', version: 2 });
    expect(code(() => quote.answer('DECLINED', { at: NOW }))).toBe('QUOTE.NOT_OFFERED');
    expect(code(() => quote.withdraw({ at: NOW }))).toBe('QUOTE.NOT_OFFERED');

    expect(code(() => offered().answer('ACCEPTED', { at: at('2026-12-01T16:00:00Z') }))).toBe('QUOTE.EXPIRED');
  });

  it('reminds once, at the close of the working day before its last day, and expires', () => {
    const quote = offered('2026-11-30');
    // The last day is a Monday, so the working day before is the Friday.
    expect(nextDueAt(quote.snapshot())).toEqual(calendar.closeOfBusiness('2026-11-27').at);

    for (const now of ['2026-11-27T00:00:00Z', '2026-11-28T00:00:00Z', '2026-11-29T00:00:00Z']) quote.passTime(at(now));
    expect(quote.snapshot().status).toBe('OFFERED');
    quote.passTime(at('2026-11-30T16:00:00Z'));
    quote.passTime(at('2026-12-30T16:00:00Z'));

    expect(quote.pullEvents().map(({ type }) => type)).toEqual(['offered', 'reminded', 'ended']);
    expect(quote.snapshot()).toMatchObject({ status: 'EXPIRED', version: 2 });
    expect(nextDueAt(quote.snapshot())).toBeUndefined();
  });

  it('does not remind of what ends before the next working day closes', () => {
    expect(offered('2026-11-24').snapshot().remindAt).toBeUndefined();
  });

  it('gives way to another quote unless it was accepted', () => {
    const earlier = offered();
    earlier.makeRoom({ by: 'clerk', at: NOW });
    expect(earlier.snapshot().status).toBe('REPLACED');
    const late = offered();
    late.makeRoom({ by: 'clerk', at: at('2027-01-01T00:00:00Z') });
    expect(late.snapshot().status).toBe('EXPIRED');
    const agreed = offered();
    agreed.answer('ACCEPTED', { at: NOW });
    expect(code(() => agreed.makeRoom({ by: 'clerk', at: NOW }))).toBe('QUOTE.ACCEPTED_ALREADY');
  });

  it('is for what costs something', () => {
    expect(['免费', '免费(强检)', '免费(强检费停征，财税〔2017〕20号)', '免费/补助'].map(isFree)).not.toContain(false);
    expect(['市场调节价/协商', '免费/协商', '免费(公益)/协商', '成本价', '政府定价'].map(isFree)).not.toContain(true);
  });
});
