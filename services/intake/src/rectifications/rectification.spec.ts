import { WorkingCalendar } from '@nqi/kernel';
import { workingCalendarData } from '@nqi/reference-data';
import { isOverdue } from './rectification-clocks.js';
import { OFFICE_STEPS, RECTIFICATION_STATUSES, STEPS, officeSteps, type OfficeStep } from './rectification-state.js';
import { Rectification, commonOffice, type CaseAct, type Grievance } from './rectification.js';

const calendar = new WorkingCalendar(workingCalendarData());
/** A Tuesday. */
const OPENED = new Date('2026-11-24T02:00:00Z');
const by = (actor: string, day = '2026-11-24'): CaseAct => ({ actor, at: new Date(`${day}T03:00:00Z`), note: '说明' });

const grievance: Grievance = {
  requestId: '018f0000-0000-7000-8000-000000000001',
  requestNo: 'ZZ-JL-20261124-000001',
  enterprise: { uscc: '91370400MA3C000001', name: '某企业' },
  regionCode: '370481',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
  cause: 'bad-rating',
  stars: 1,
  statements: ['超时'],
};

const opened = (changes: Partial<Grievance> = {}) =>
  Rectification.open('case', { ...grievance, ...changes }, { actor: 'ent', at: OPENED, note: '超时' }, calendar);

/** A case after these steps of the lead. */
function after(...steps: OfficeStep[]): Rectification {
  const found = opened();
  for (const step of steps) found.step(step, by('lead'), calendar, 'mistaken');
  return found;
}

describe('A case of a bad rating', () => {
  it('has one working day to be called back and five to be rectified', () => {
    const { callBackDueAt, rectifyDueAt } = opened().snapshot();

    expect(callBackDueAt.toISOString()).toBe('2026-11-25T09:30:00.000Z');
    expect(rectifyDueAt.toISOString()).toBe('2026-12-01T09:30:00.000Z');
  });

  it('goes from call to closure, with a new rating in between', () => {
    const found = after('call-back', 'verify', 'start', 'finish', 'feed-back');
    found.rateAnew(4, by('ent'));
    found.step('close', by('lead'), calendar);

    expect(found.snapshot()).toMatchObject({ status: 'CLOSED', newStars: 4, endedAt: by('lead').at, version: 8 });
    expect(found.pullEvents()).toHaveLength(8);
  });

  it('may be closed while rectifying: what cannot be put right is explained', () => {
    expect(after('call-back', 'verify', 'start', 'close').snapshot().status).toBe('CLOSED');
  });

  it('offers exactly the steps it then allows', () => {
    for (const status of RECTIFICATION_STATUSES) {
      for (const step of OFFICE_STEPS) {
        const found = Rectification.restore({ ...opened().snapshot(), status });
        const attempt = () => found.step(step, by('lead'), calendar, 'mistaken');
        if (officeSteps(status, false).includes(step)) expect(attempt).not.toThrow();
        else expect(attempt).toThrow();
      }
    }
  });

  it('is extended once to fifteen working days, and an overdue told before may be told again', () => {
    const found = opened();
    found.step('call-back', by('lead'), calendar);
    found.noteOverdue(new Date('2026-12-02T00:00:00Z'));
    found.step('extend', by('lead', '2026-12-02'), calendar);

    expect(found.snapshot().rectifyDueAt.toISOString()).toBe('2026-12-15T09:30:00.000Z');
    expect(() => found.step('extend', by('lead'), calendar)).toThrow('只能延长一次');
    found.noteOverdue(new Date('2026-12-16T00:00:00Z'));
    const overdue = found.pullEvents().filter(({ type }) => type === 'overdue');
    expect(overdue.map((event) => event.type === 'overdue' && event.dueAt.toISOString().slice(0, 10))).toEqual([
      '2026-12-01',
      '2026-12-15',
    ]);
  });

  it('tells each passed clock once', () => {
    const found = opened();
    for (const day of ['2026-11-26', '2026-11-27', '2026-12-03', '2026-12-04']) found.noteOverdue(by('', day).at);

    const clocks = found.pullEvents().flatMap((event) => (event.type === 'overdue' ? [event.clock] : []));
    expect(clocks).toEqual(['call-back', 'rectify']);
  });

  it('is overdue only by a clock that still runs', () => {
    const late = new Date('2026-11-30T00:00:00Z');

    expect(isOverdue(opened().snapshot(), late)).toBe(true);
    expect(isOverdue(after('call-back').snapshot(), late)).toBe(false);
    expect(isOverdue(after('call-back', 'verify', 'start', 'finish').snapshot(), new Date('2027-01-30'))).toBe(false);
  });
});

describe('An appeal', () => {
  it('is decided by somebody else than who made it', () => {
    const found = after('call-back', 'appeal');

    expect(() => found.decideAppeal(true, by('lead'))).toThrow('须由他人裁定');
    found.decideAppeal(true, by('dispatcher'));
    expect(found.snapshot()).toMatchObject({ status: 'REMOVED', endedAt: by('dispatcher').at });
  });

  it('that is dismissed is rectified like any other', () => {
    const found = after('call-back', 'appeal');
    found.decideAppeal(false, by('dispatcher'));
    found.step('start', by('lead'), calendar);

    expect(found.snapshot().status).toBe('RECTIFYING');
  });

  it('cannot be passed over by verifying it oneself', () => {
    expect(() => after('call-back', 'appeal', 'verify')).toThrow('不能进行“verify”');
  });

  it('needs a ground, and a rating to be against', () => {
    const complaint = opened({ cause: 'complaint', stars: undefined });
    complaint.step('call-back', by('lead'), calendar);

    expect(() => complaint.step('appeal', by('lead'), calendar, 'malicious')).toThrow('只有评价可以申诉');
    expect(() => after('call-back').step('appeal', by('lead'), calendar)).toThrow('申诉须说明');
  });
});

it('leaves every state but the ends by some step', () => {
  const left = new Set(Object.values(STEPS).flatMap(({ from }) => from as readonly string[]));

  expect(RECTIFICATION_STATUSES.filter((status) => !left.has(status))).toEqual(['CLOSED', 'REMOVED']);
});

it('answers at the nearest office above all that served', () => {
  expect(commonOffice(['P/H/A/A1', 'P/H/A'])).toBe('P/H/A');
  expect(commonOffice(['P/H/A', 'P/H/AB'])).toBe('P/H');
  expect(commonOffice(['P/H/A'])).toBe('P/H/A');
  expect(commonOffice([])).toBeUndefined();
});
