import fc from 'fast-check';
import { SPAN_UNITS, shanghaiInstant, type Span } from '@nqi/kernel';
import { JOB, TERMS, clerk, ticketThat, typesOf } from '../../test/builders/tickets.js';
import { CalendarEdition } from '../clocks/published-calendar.js';
import { OPEN_TICKETS, SHIPPED_POLICY, type OpenTickets, type SlaPolicyContent } from '../clocks/sla-policy.js';
import type { Terms } from '../clocks/ticket-clocks.js';
import { readingsOf } from './ticket-standing.js';

const NOON = shanghaiInstant('2026-11-24', '12:30');
const day = (n: number): Span => ({ unit: 'working-day', n });
const policyOf = (change: Partial<SlaPolicyContent>): Terms => ({
  ...TERMS,
  policy: { version: 'next', content: { ...SHIPPED_POLICY.content, ...change } },
});
const limitsOf = (accept: Span, complete: Span): Terms =>
  policyOf({ limits: { accept, 'first-response': day(2), complete } });
const STATES = ['routed', 'accepted', 'in progress', 'paused', 'returned'] as const;
const span = fc.record({ unit: fc.constantFrom(...SPAN_UNITS), n: fc.integer({ min: 0, max: 60 }) });

describe('a policy published later', () => {
  it('moves an open ticket to its limits when it says migrate, and tells from what to what', () => {
    const ticket = ticketThat('routed');

    ticket.renew(limitsOf(day(2), day(3)), { cause: 'POLICY', openTickets: 'migrate' }, NOON);

    const close = (date: string) => shanghaiInstant(date, '17:30');
    expect(ticket.pullEvents()).toEqual([
      expect.objectContaining({
        type: 'TicketPromiseChanged',
        cause: 'POLICY',
        openTickets: 'migrate',
        policyVersion: 'next',
        before: { acceptDueAt: close('2026-11-25'), completeDueAt: close('2026-12-01') },
        acceptDueAt: close('2026-11-26'),
        completeDueAt: close('2026-11-27'),
      }),
    ]);
    expect(ticket.timers()[1]).toEqual({ clock: 'accept', kind: 'breach', dueAt: close('2026-11-26') });
  });

  it('gives the client the better of both, clock by clock', () => {
    const ticket = ticketThat('routed');

    ticket.renew(limitsOf(day(2), day(3)), { cause: 'POLICY', openTickets: 'better-of-both' }, NOON);

    expect(ticket.snapshot().serviceLevel).toEqual({ accept: day(1), 'first-response': day(2), complete: day(3) });
  });

  it('leaves an ended ticket as it was promised', () => {
    const ticket = ticketThat('resolved');
    const before = ticket.snapshot();

    ticket.renew(limitsOf(day(9), day(9)), { cause: 'POLICY', openTickets: 'migrate' }, NOON);

    expect([ticket.snapshot(), typesOf(ticket)]).toEqual([before, []]);
  });

  it('is never worse for the client than before when the better of both is promised', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), span, span, span, (state, accept, response, complete) => {
        const ticket = ticketThat(state);
        const before = ticket.snapshot();
        const terms = policyOf({ limits: { accept, 'first-response': response, complete } });
        const migrated = ticketThat(state);

        ticket.renew(terms, { cause: 'POLICY', openTickets: 'better-of-both' }, NOON);
        migrated.renew(terms, { cause: 'POLICY', openTickets: 'migrate' }, NOON);

        for (const due of ['acceptDueAt', 'completeDueAt'] as const) {
          const best = Math.min(before[due].getTime(), migrated.snapshot()[due].getTime());
          expect(ticket.snapshot()[due].getTime()).toBe(best);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('changes a ticket once, however often it is brought', () => {
    const modes = fc.constantFrom<OpenTickets>(...OPEN_TICKETS);
    fc.assert(
      fc.property(fc.constantFrom(...STATES), modes, span, span, (state, openTickets, accept, complete) => {
        const ticket = ticketThat(state);
        const terms = limitsOf(accept, complete);
        ticket.renew(terms, { cause: 'POLICY', openTickets }, NOON);
        const once = ticket.snapshot();
        ticket.pullEvents();

        ticket.renew(terms, { cause: 'POLICY', openTickets }, NOON);

        expect([ticket.snapshot(), typesOf(ticket)]).toEqual([once, []]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

describe('a calendar published later', () => {
  const { content } = TERMS.calendar;
  const edition = (change: Partial<typeof content>): Terms => ({
    ...TERMS,
    calendar: new CalendarEdition(2, { ...content, ...change }),
  });
  const holiday = (date: string) => ({ date, type: 'holiday' as const, name: { zh: '休', en: 'Off' } });
  const renewal = { cause: 'CALENDAR', openTickets: 'migrate' } as const;

  it('moves what was promised over a day that became a holiday', () => {
    const ticket = ticketThat('routed');

    ticket.renew(edition({ days: [...content.days, holiday('2026-11-25')] }), renewal, NOON);

    expect(ticket.snapshot().acceptDueAt).toEqual(shanghaiInstant('2026-11-26', '17:30'));
    expect(typesOf(ticket)).toEqual(['TicketPromiseChanged']);
  });

  it('is not told where it moves nothing, but is what the ticket is counted by', () => {
    const ticket = ticketThat('routed');

    ticket.renew(edition({ days: [...content.days, holiday('2026-03-18')] }), renewal, NOON);

    expect([typesOf(ticket), ticket.snapshot().calendarVersion]).toEqual([[], 2]);
  });
});

describe('the clocks of a ticket', () => {
  const reading = (ticket: ReturnType<typeof ticketThat>, time: string) =>
    Object.fromEntries(
      readingsOf(ticket.snapshot(), TERMS, shanghaiInstant('2026-11-24', time)).map((each) => [
        each.stage ?? each.name,
        [each.state, each.usedMinutes],
      ]),
    );

  it('start, run and stop with what happens to it', () => {
    expect(reading(ticketThat('routed'), '10:00')).toEqual({
      accept: ['running', 60],
      'first-response': ['waiting', 0],
      provider: ['waiting', 0],
      complete: ['running', 60],
      ROUTED: ['running', 60],
    });
    expect(reading(ticketThat('in progress'), '10:31')).toEqual({
      accept: ['stopped', 30],
      'first-response': ['running', 61],
      provider: ['running', 60],
      complete: ['running', 91],
      ROUTED: ['stopped', 30],
      ACCEPTED: ['stopped', 1],
      IN_PROGRESS: ['running', 60],
    });
  });

  it('of the first response stop with the first word to the client or the first step of the job, whichever is first', () => {
    const asked = ticketThat('accepted');
    asked.pause(clerk('10:30'), 'WAIT_SAMPLE');
    expect(reading(asked, '11:00')['first-response']).toEqual(['stopped', 60]);

    const worked = ticketThat('in progress');
    worked.noteWork('system', JOB, shanghaiInstant('2026-11-24', '10:30'));
    worked.noteWork('system', JOB, shanghaiInstant('2026-11-24', '11:00'));
    expect(typesOf(worked)).toEqual(['TicketResponded']);
    expect(reading(worked, '12:00')['first-response']).toEqual(['stopped', 60]);
  });

  it('of the first response are told of when nobody answered in time', () => {
    const ticket = ticketThat('accepted');
    ticket.start(JOB, shanghaiInstant('2026-11-24', '09:31'));
    ticket.pullEvents();

    ticket.noteTimer('first-response', 'breach', shanghaiInstant('2026-11-26', '17:30'));
    ticket.noteTimer('first-response', 'breach', shanghaiInstant('2026-11-26', '17:31'));

    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketRungReached', escalation: { clock: 'first-response', rung: 'breach', audience: 'node-lead' } },
    ]);
  });
});

describe('a return that nobody answers', () => {
  it('reminds the client twice, then tells the office, and is never closed', () => {
    const ticket = ticketThat('returned');
    const told: unknown[] = [];
    for (const { clock, kind, dueAt } of ticket.timers().filter((timer) => timer.clock === 'return')) {
      ticket.noteTimer(clock, kind, dueAt as Date);
      ticket.noteTimer(clock, kind, dueAt as Date);
      for (const event of ticket.pullEvents()) {
        told.push(
          event.type === 'TicketRungReached' ? [event.escalation.audience, event.audiencePath, event.at] : event,
        );
      }
    }

    const close = (date: string) => shanghaiInstant(date, '17:30');
    expect(told).toEqual([
      ['client', undefined, close('2026-12-01')],
      ['client', undefined, close('2026-12-08')],
      ['node-lead', 'PROV-370000/HUB-370400/WS-370481/WS-370481901', close('2026-12-15')],
    ]);
    expect(ticket.snapshot().status).toBe('RETURNED');
  });

  it('is reminded of anew when the ticket is returned again', () => {
    const ticket = ticketThat('returned');
    const [first] = ticket.timers().filter((timer) => timer.clock === 'return');
    ticket.noteTimer('return', first?.kind ?? '', first?.dueAt as Date);
    ticket.correct('{}', shanghaiInstant('2026-12-02', '09:00'));
    ticket.return(clerk('10:00', '2026-12-02'), ['章程']);

    const kinds = ticket.timers().filter((timer) => timer.clock === 'return');
    expect(kinds.map(({ kind }) => kind)).toEqual(['remind-5-3', 'remind-10-3', 'unanswered-3']);
  });
});
