import { shanghaiInstant } from '@nqi/kernel';
import {
  COUNTY,
  HUB,
  OTHER,
  PARK,
  TERMS,
  by,
  clerk,
  routedTicket,
  typesOf,
  type Given,
} from '../../test/builders/tickets.js';
import { SHIPPED_POLICY, type SlaPolicyContent } from '../clocks/sla-policy.js';
import type { Ticket } from './ticket.js';
import { readingsOf, standingOf } from './ticket-standing.js';

const at = (date: string, time: string) => shanghaiInstant(date, time);
const client = (time: string, date?: string) => by('ent-370481', time, date);
const SAID = { onBehalf: false };
/** Ten working days from Tuesday 24 November end on Tuesday 8 December at half past five. */
const LIMIT = at('2026-12-08', '17:30');

function awaiting(given: Given = {}): Ticket {
  const ticket = routedTicket({ institution: null, choice: 'awaited', ...given });
  ticket.pullEvents();
  return ticket;
}

const policyWith = (change: Partial<SlaPolicyContent>) => ({
  ...TERMS,
  policy: { version: 'other', content: { ...SHIPPED_POLICY.content, ...change } },
});
const timersOf = (ticket: Ticket) =>
  ticket
    .timers()
    .filter(({ dueAt }) => dueAt !== undefined)
    .map(({ clock, kind, dueAt }) => [clock, kind, dueAt])
    .sort((a, b) => Number(a[2]) - Number(b[2]));

/** Lets everything fire that comes due until a time, the earliest first. */
function passUntil(ticket: Ticket, until: Date): void {
  for (;;) {
    const [next] = timersOf(ticket) as [Parameters<Ticket['noteTimer']>[0], string, Date][];
    if (!next || next[2] > until) return;
    ticket.noteTimer(...next);
  }
}

describe('a ticket that waits for the client to choose', () => {
  it('begins with its clocks standing still, the system’s doing, and only the client’s reminders ahead', () => {
    const ticket = awaiting();

    expect(ticket.snapshot()).toMatchObject({ status: 'ROUTED', sla: 'PAUSED' });
    expect(ticket.snapshot().segments).toMatchObject([{ state: 'paused', cause: 'CLIENT_CHOICE', actor: 'system' }]);
    expect(standingOf(ticket.snapshot(), TERMS, at('2026-11-25', '09:00')).standsFor).toBe('CLIENT_CHOICE');
    expect(timersOf(ticket)).toEqual([
      ['choice', 'half-0', expect.any(Date)],
      ['choice', 'unchosen-0', LIMIT],
      ['pause', 'resume-0', LIMIT],
    ]);
    passUntil(ticket, at('2026-12-08', '17:00'));
    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketRungReached', escalation: { clock: 'choice', rung: 'half', audience: 'client' }, dueAt: LIMIT },
    ]);
  });

  it('runs from the choice on: due a working day later, and accepted in time however long that took', () => {
    const ticket = awaiting();
    ticket.choose(client('10:00', '2026-12-03'), OTHER, SAID);
    // Routed on Tuesday at nine the limit was Wednesday half past five; eight hours and a half of them were left.
    const acceptDueAt = ticket.snapshot().acceptDueAt;
    ticket.accept(clerk('16:00', '2026-12-03'));

    const [chosen, accepted] = ticket.pullEvents();
    expect(chosen).toMatchObject({ type: 'TicketInstitutionChosen', acceptDueAt });
    expect(accepted).toMatchObject({ type: 'TicketAccepted', onTime: true, workingMinutes: 270, acceptDueAt });
    expect(acceptDueAt > at('2026-12-03', '16:00')).toBe(true);
    expect(ticket.snapshot().escalations).toEqual([]);
  });

  it('keeps the share of paused time true', () => {
    const ticket = awaiting();
    ticket.choose(client('11:00'), OTHER, SAID);

    const { clocks } = standingOf(ticket.snapshot(), TERMS, at('2026-11-24', '12:00'));
    expect(clocks).toEqual({ usedMinutes: 60, pausedMinutes: 120, pausedShare: 0.6667 });
    const accept = readingsOf(ticket.snapshot(), TERMS, at('2026-11-24', '12:00')).find(
      ({ name }) => name === 'accept',
    );
    expect(accept).toMatchObject({ state: 'running', usedMinutes: 60, pausedMinutes: 120 });
  });

  it('is accepted by an office that writes the choice down without ever having been late', () => {
    const ticket = awaiting();
    ticket.accept(clerk('10:00', '2026-12-03'), OTHER, '企业来电');

    expect(ticket.pullEvents()).toMatchObject([{ type: 'TicketAccepted', onTime: true, workingMinutes: 0 }]);
    expect(ticket.snapshot().segments.map(({ cause }) => cause)).toEqual(['CLIENT_CHOICE', 'CHOSEN', 'ACCEPTED']);
  });

  it('goes on standing still when it is handed on', () => {
    const ticket = awaiting();
    ticket.transfer(clerk('10:00'), COUNTY, '迁址');
    ticket.escalate(clerk('10:30'), HUB, '能力不足');

    expect(ticket.snapshot()).toMatchObject({ sla: 'PAUSED', nodeCode: HUB.code });
    ticket.choose(client('11:00'), OTHER, SAID);
    expect(ticket.snapshot().segments).toMatchObject([
      { cause: 'CLIENT_CHOICE', office: PARK.code },
      { cause: 'CHOSEN', office: HUB.code, actor: 'ent-370481' },
    ]);
  });

  it('waits anew, with the whole time, after a correction', () => {
    const ticket = awaiting();
    ticket.return(clerk('10:00'), ['型号']);
    expect(timersOf(ticket).map(([clock]) => clock)).not.toContain('choice');
    ticket.correct('{}', at('2026-11-30', '09:00'));

    expect(ticket.snapshot()).toMatchObject({ status: 'ROUTED', sla: 'PAUSED' });
    expect(timersOf(ticket).at(-1)).toEqual(['pause', 'resume-2', at('2026-12-14', '17:30')]);
  });

  it('runs after a correction when the client chose meanwhile', () => {
    const ticket = awaiting();
    ticket.return(clerk('10:00'), ['型号']);
    ticket.choose(client('11:00'), OTHER, SAID);
    ticket.correct('{}', at('2026-11-24', '14:00'));

    expect(ticket.snapshot().segments.map(({ cause }) => cause)).toEqual(['CLIENT_CHOICE', 'RETURNED', 'CORRECTED']);
    expect(ticket.snapshot().sla).toBe('ON_TIME');
  });

  it('begins to wait only once the hub has placed it, and not when the hub named the body', () => {
    const stranded = { triage: 'OVERLOADED', institution: null, choice: 'awaited' } as const;
    const placed = awaiting(stranded);
    expect(placed.snapshot().sla).toBe('ON_TIME');
    placed.override(by('hub', '10:00'), { office: COUNTY }, '协商一致');
    expect(placed.snapshot()).toMatchObject({ sla: 'PAUSED', nodeCode: COUNTY.code });
    placed.override(by('hub', '11:00'), { institution: OTHER }, '企业同意');
    expect(placed.snapshot().segments.map(({ cause }) => cause)).toEqual(['ROUTED', 'CLIENT_CHOICE', 'CHOSEN']);
  });
});

describe('what was split off a ticket', () => {
  const before = awaiting().snapshot().segments;

  it('goes on waiting for the client since the whole did', () => {
    const part = awaiting({ before });
    expect(part.snapshot().segments).toEqual(before);
    expect(timersOf(part).at(-1)).toEqual(['pause', 'resume-0', LIMIT]);
  });

  it('runs from its own routing when it needs no choice, what the whole had waited left out', () => {
    const from = at('2026-11-23', '10:00');
    const part = routedTicket({ before: before.map((segment) => ({ ...segment, from })) });
    expect(part.snapshot().segments.map(({ cause }) => cause)).toEqual(['CLIENT_CHOICE', 'ROUTED']);
    expect(standingOf(part.snapshot(), TERMS, at('2026-11-24', '10:00')).clocks).toMatchObject({ usedMinutes: 60 });
  });
});

describe('a choice that nobody makes', () => {
  it('is not made for the client: at its end the office is told and the clocks go on from there', () => {
    const ticket = awaiting();
    passUntil(ticket, LIMIT);

    expect(ticket.pullEvents()).toMatchObject([
      { escalation: { rung: 'half' } },
      { type: 'TicketRungReached', escalation: { rung: 'unchosen', audience: 'node-lead', outcome: 'NOTIFIED' } },
      { type: 'TicketResumed', cause: 'PAUSE_LIMIT', actor: 'system' },
    ]);
    const { institution, institutionChoice, segments } = ticket.snapshot();
    expect([institution, institutionChoice, segments.at(-1)?.from]).toEqual([undefined, 'awaited', LIMIT]);
    const { standsFor, nextTimer } = standingOf(ticket.snapshot(), TERMS, LIMIT);
    expect([standsFor, nextTimer?.clock]).toEqual(['CLIENT_CHOICE', 'accept']);
    ticket.choose(client('09:00', '2026-12-09'), OTHER, SAID);
    expect(typesOf(ticket)).toEqual(['TicketInstitutionChosen']);
    expect(ticket.snapshot().segments).toHaveLength(2);
  });

  it('tells the office also when the pause was ended first, each once', () => {
    const ticket = awaiting();
    ticket.noteTimer('pause', 'resume-0', LIMIT);
    for (let again = 0; again < 3; again += 1) {
      ticket.noteTimer('choice', 'unchosen-0', LIMIT);
      ticket.noteTimer('pause', 'resume-0', LIMIT);
    }

    expect(typesOf(ticket)).toEqual(['TicketResumed', 'TicketRungReached']);
  });

  it('costs the office its time from the end of the pause, also when no timer could say so', () => {
    const ticket = awaiting();
    ticket.choose(client('09:00', '2026-12-10'), OTHER, SAID);

    expect(ticket.snapshot().segments.at(-1)).toMatchObject({ cause: 'CHOSEN', from: LIMIT });
  });

  it('waits for ever, for a named reason, where the policy sets no end', () => {
    const { CLIENT_CHOICE: _none, ...pauseLimits } = SHIPPED_POLICY.content.pauseLimits;
    const terms = policyWith({ pauseLimits, ladder: SHIPPED_POLICY.content.ladder });
    const ticket = awaiting({ terms });

    expect(timersOf(ticket)).toEqual([]);
    expect(standingOf(ticket.snapshot(), terms, at('2027-03-01', '09:00'))).toMatchObject({
      standsFor: 'CLIENT_CHOICE',
    });
    const reminded = policyWith({
      pauseLimits,
      ladder: [{ code: 'remind', clock: 'choice', when: { workingDaysIn: 3 }, audience: 'client', act: 'notify' }],
    });
    expect(timersOf(awaiting({ terms: reminded }))).toEqual([['choice', 'remind-0', at('2026-11-27', '17:30')]]);
  });
});
