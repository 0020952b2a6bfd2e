import { WorkingCalendar } from '@nqi/kernel';
import { dueOf, nextTurn } from './referral-clock.js';
import { Referral, type ReferralRecord } from './referral.js';

const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const calendar = new WorkingCalendar({ coverageUntil: '2026-12-31', days: [] });
const TICKET_DUE = new Date('2026-12-20T17:30:00+08:00');
const record = (fields: Partial<ReferralRecord>): ReferralRecord => ({
  id: '0190aaaa-0000-7000-8000-000000000001',
  ticketId: '0190aaaa-0000-7000-8000-000000000002',
  purpose: '力值校准',
  limitDays: 3,
  candidates: ['WS-370402', 'HUB-370400'],
  partnerCode: 'WS-370403',
  status: 'RECEIVED',
  notices: 0,
  version: 5,
  ...fields,
});

describe('the clock of a referral', () => {
  const due = (fields: Partial<ReferralRecord>, now: string, ticketDueAt = TICKET_DUE) =>
    dueOf(record(fields), ticketDueAt, calendar, at(now));

  it('asks for an answer within a working day of the offer', () => {
    const asked = { status: 'OFFERED', offeredAt: at('27T15:00') } as const;

    expect(due(asked, '30T17:30')).toEqual({ at: at('30T17:30'), estimated: false, isLate: false });
    expect(due(asked, '30T17:31')?.isLate).toBe(true);
  });

  it('runs from receiving, not from asking, and remembers whether it was kept', () => {
    expect(due({ status: 'ACCEPTED', offeredAt: at('24T09:00') }, '25T09:00')).toBeUndefined();
    expect(due({ receivedAt: at('25T09:00') }, '25T10:00')).toMatchObject({ at: at('30T17:30'), isLate: false });
    const back = { status: 'RETURNED', receivedAt: at('25T09:00') } as const;
    expect(due({ ...back, returnedAt: at('30T17:00') }, '30T23:00')?.isLate).toBe(false);
    expect(due({ ...back, returnedAt: at('30T18:00') }, '30T23:00')?.isLate).toBe(true);
  });

  it("never runs past the ticket's", () => {
    expect(due({ receivedAt: at('25T09:00') }, '25T10:00', at('26T17:30'))?.at).toEqual(at('26T17:30'));
  });
});

describe('what the system does with a referral by itself', () => {
  const turn = (fields: Partial<ReferralRecord>) => nextTurn(record(fields), TICKET_DUE, calendar);
  const comeDue = (fields: Partial<ReferralRecord>, time: string, canTake: (code: string) => boolean = () => true) => {
    const referral = Referral.restore(record(fields));
    referral.comeDue(turn(fields), at(time), canTake);
    return { steps: referral.pullEvents(), ...referral.snapshot() };
  };
  const asked = { status: 'OFFERED', offeredAt: at('24T09:00') } as const;
  const held = { receivedAt: at('25T09:00') } as const;

  it('takes an unanswered offer to the next candidate that can still take it', () => {
    expect(turn(asked)).toEqual({ turn: 'LAPSE', at: at('25T17:30') });
    const gone = comeDue(asked, '25T17:30', (code) => code !== 'WS-370402');

    expect(gone).toMatchObject({ status: 'OFFERED', partnerCode: 'HUB-370400', candidates: [] });
    expect(gone.steps).toMatchObject([
      { step: 'OFFER_DECLINED', office: 'WS-370403', reasonCode: 'NO_ANSWER', actor: 'system' },
      { step: 'OFFERED', office: 'HUB-370400' },
    ]);
  });

  it('gives it back to its owner when nobody is left', () => {
    const gone = comeDue(asked, '26T08:30', () => false);

    expect(gone).toMatchObject({ status: 'DECLINED', candidates: [] });
    expect(gone.partnerCode).toBeUndefined();
  });

  it('does nothing before its time, nor when it was answered', () => {
    expect(comeDue(asked, '25T17:29').steps).toEqual([]);
    expect(turn({ status: 'ACCEPTED', offeredAt: at('24T09:00') })).toBeUndefined();
  });

  it('says that a return is late once to both, a working day later once to those above, and then no more', () => {
    expect(turn(held)).toEqual({ turn: 'OVERDUE', at: at('30T17:30') });
    expect(comeDue(held, '30T17:30')).toMatchObject({ status: 'RECEIVED', notices: 1, steps: [{ step: 'OVERDUE' }] });
    const late = turn({ ...held, notices: 1 });
    expect(late).toEqual({ turn: 'ESCALATED', at: new Date('2026-12-01T17:30:00+08:00') });
    expect(turn({ ...held, notices: 2 })).toBeUndefined();
    expect(turn({ ...held, status: 'RETURNED' })).toBeUndefined();
  });
});
