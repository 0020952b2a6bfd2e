import { shanghaiInstant } from '@nqi/kernel';
import { TERMS, OTHER, PARK, PROPOSED, clerk, ticketThat } from '../../test/builders/tickets.js';
import type { Decision } from '../rules/decision.js';
import { progressOf, sentenceOf } from './progress.js';

const CALENDAR = TERMS.calendar.working;
const OFFICE = { zh: '滕州站', en: 'Tengzhou' };
/** Five working days from 9 o'clock on: the rest of the first and five whole ones. */
const LIMIT = CALENDAR.workingMinutesBetween(
  shanghaiInstant('2026-11-24', '09:00'),
  CALENDAR.addWorkingDays(shanghaiInstant('2026-11-24', '09:00'), 5).at,
);

const progress = (ticket: ReturnType<typeof ticketThat>, time: string, date = '2026-11-24') =>
  progressOf(ticket.snapshot(), OFFICE, TERMS, shanghaiInstant(date, time));

describe('the progress an applicant sees', () => {
  it.each([
    ['routed', 'OFFICE_ACCEPTS'],
    ['accepted', 'INSTITUTION_BEGINS'],
    ['in progress', 'INSTITUTION_WORKS'],
    ['paused', 'PAUSE_ENDS'],
    ['returned', 'YOU_CORRECT'],
    ['resolved', 'FINISHED'],
    ['cancelled', 'WITHDRAWN'],
  ] as const)('tells of a ticket that is %s the next step %s', (state, code) => {
    expect(progress(ticketThat(state), '16:00').nextStep.code).toBe(code);
  });

  it('waits for the office where no institution works', () => {
    const advice = ticketThat('accepted', { domain: 'consulting', institution: null, choice: 'none' });
    expect(progress(advice, '11:00').nextStep).toMatchObject({ code: 'OFFICE_SERVES', text: { zh: '滕州站正在办理' } });
  });

  it('waits for the hub while nobody is known who can serve it', () => {
    const ticket = { ...ticketThat('routed').snapshot(), triage: 'NO_CAPABILITY' as const };
    const now = shanghaiInstant('2026-11-24', '10:00');
    expect(progressOf(ticket, OFFICE, TERMS, now).nextStep.code).toBe('HUB_PLACES');
  });

  it('keeps the limit as promised, whatever pauses add to the due time', () => {
    const ticket = ticketThat('paused');
    const before = ticket.snapshot().completeDueAt;
    const paused = progress(ticket, '11:00');
    ticket.resume(clerk('16:00', '2026-11-25'));
    const resumed = progress(ticket, '16:00', '2026-11-25');

    expect(paused.pauses).toEqual([
      { cause: 'WAIT_SAMPLE', from: shanghaiInstant('2026-11-24', '10:00'), endsBy: paused.nextStep.dueAt },
    ]);
    expect(paused.nextStep.dueAt).toBeInstanceOf(Date);
    expect(resumed.pauses).toEqual([
      {
        cause: 'WAIT_SAMPLE',
        from: shanghaiInstant('2026-11-24', '10:00'),
        until: shanghaiInstant('2026-11-25', '16:00'),
      },
    ]);
    expect(ticket.snapshot().completeDueAt.getTime()).toBeGreaterThan(before.getTime());
    expect([paused.clock.limitMinutes, resumed.clock.limitMinutes]).toEqual([LIMIT, LIMIT]);
    expect(resumed.clock.usedMinutes).toBe(60);
  });
});

describe('the sentence', () => {
  const decision: Pick<Decision, 'node' | 'institution' | 'triage'> = {
    node: { code: PARK.code, path: PARK.path, reasonCode: 'PARK_STATION', steps: [] },
    institution: { choice: 'statutory', basis: 'DESIGNATED', ...PROPOSED, pools: [] },
  };
  const nameOf = (code: string) => ({ zh: code, en: code });

  it("is the router's as long as nobody changed its choice", () => {
    const said = sentenceOf(decision, { nodeCode: PARK.code, institution: PROPOSED }, nameOf);
    expect(said.zh).toContain(PROPOSED.name);
    expect(said.zh).not.toMatch(/后转由|经工作人员/);
  });

  it('adds the office and the institution that people put in their place', () => {
    const said = sentenceOf(decision, { nodeCode: 'HUB-370400', institution: OTHER }, nameOf);
    expect(said.zh).toContain('后转由HUB-370400办理。');
    expect(said.zh).toContain(`由“${OTHER.name}”承办。`);
  });
});
