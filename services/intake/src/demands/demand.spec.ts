import { WorkingCalendar } from '@nqi/kernel';
import { workingCalendarData } from '@nqi/reference-data';
import { Demand, type NewDemand, type Proposal } from './demand.js';

const calendar = new WorkingCalendar(workingCalendarData());
const day = (date: string, time = '09:00') => new Date(`2026-${date}T${time}:00+08:00`);
const OPENED = day('11-24');
const NEW: NewDemand = {
  ...{ requestId: 'r', requestNo: 'ZZ-1', itemId: 'i', enterprise: { uscc: 'U', name: '某厂' }, regionCode: '370481' },
  ...{ nodePath: 'PROV-370000/HUB-370400', text: '客户要求出具报告', openedAt: OPENED },
};
const proposal = (at: Date): Proposal => ({
  items: [{ serviceCode: 'TST-001', form: {} }],
  message: '建议委托检验',
  by: 'dispatcher',
  at,
});
const steps = (demand: Demand) => demand.pullEvents().map(({ step }) => step);

describe('A demand', () => {
  it('waits a working day for the hub, then five for the enterprise, which turns it into items', () => {
    const demand = Demand.open(NEW, calendar);
    expect(demand.snapshot()).toMatchObject({ status: 'OPEN', dueAt: calendar.addWorkingDays(OPENED, 1).at });

    demand.propose(proposal(day('11-25')), calendar);
    expect(demand.snapshot().dueAt).toEqual(calendar.addWorkingDays(day('11-25'), 5).at);
    demand.confirm(day('11-26'));

    expect(demand.snapshot()).toMatchObject({ status: 'CONFIRMED', version: 3, dueAt: undefined });
    expect(steps(demand)).toEqual(['open', 'propose', 'confirm']);
  });

  it('goes back to the hub with the reason when the enterprise declines', () => {
    const demand = Demand.open(NEW, calendar);
    demand.propose(proposal(day('11-25')), calendar);
    demand.decline('太贵', day('11-26'), calendar);
    demand.propose(proposal(day('11-27')), calendar);

    expect(demand.snapshot()).toMatchObject({ status: 'PROPOSED', declined: ['太贵'] });
  });

  it('is told to the hub every working day that it proposes nothing, and is never closed by that', () => {
    const demand = Demand.open(NEW, calendar);
    demand.pullEvents();
    for (let date = 25; date <= 30; date += 1)
      expect(demand.passTime(day(`11-${date}`, '23:00'), calendar)).toBe(false);

    // 28 and 29 November are a weekend.
    expect(steps(demand)).toEqual(['overdue', 'overdue', 'overdue', 'overdue']);
    expect(demand.snapshot().status).toBe('OPEN');
  });

  it('reminds a silent enterprise once and is then closed with that as the reason', () => {
    const demand = Demand.open(NEW, calendar);
    demand.propose(proposal(OPENED), calendar);
    demand.pullEvents();

    const closed = ['11-25', '11-26', '11-27', '11-30', '12-01', '12-02'].map((date) =>
      demand.passTime(day(date, '23:00'), calendar),
    );

    expect(steps(demand)).toEqual(['remind', 'lapse']);
    expect(closed).toEqual([false, false, false, false, true, false]);
    expect(demand.snapshot()).toMatchObject({ status: 'CLOSED', closedFor: 'NO_ANSWER', nextDueAt: undefined });
  });

  it('ends with its request, once', () => {
    const demand = Demand.open(NEW, calendar);
    demand.withdraw(day('11-25'));
    demand.withdraw(day('11-26'));

    expect(demand.snapshot()).toMatchObject({ status: 'CLOSED', closedFor: 'WITHDRAWN', version: 2 });
    expect(() => demand.propose(proposal(day('11-27')), calendar)).toThrow('CLOSED');
    expect(() => Demand.open(NEW, calendar).confirm(day('11-25'))).toThrow('OPEN');
  });
});
