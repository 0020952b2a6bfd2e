import { shanghaiInstant } from '@nqi/kernel';
import {
  COUNTY,
  HUB,
  JOB,
  OTHER,
  PARK,
  TERMS,
  by,
  clerk,
  routedTicket,
  ticketThat,
  typesOf,
  type Given,
} from '../../test/builders/tickets.js';
import { Ticket, type Act } from './ticket.js';
import { ENDED, awaitsChoice, type TicketRecord } from './ticket-state.js';
import { standingOf } from './ticket-standing.js';

const OFFICES = [
  { ...PARK, level: 'PARK' },
  { ...COUNTY, level: 'COUNTY' },
  { code: 'HUB-370400', path: 'PROV-370000/HUB-370400', level: 'CITY' },
  { code: 'PROV-370000', path: 'PROV-370000', level: 'PROVINCE' },
];
const above = (nodeCode: string) => OFFICES.slice(OFFICES.findIndex(({ code }) => code === nodeCode) + 1);

/** Lets the next timer of a ticket fire; answers when that was. */
function fireNext(ticket: Ticket): Date | undefined {
  const [next] = ticket
    .timers()
    .filter(({ dueAt }) => dueAt !== undefined)
    .sort((a, b) => Number(a.dueAt) - Number(b.dueAt));
  if (next?.dueAt)
    ticket.noteTimer(next.clock, next.kind, next.dueAt, { above: above(ticket.snapshot().nodeCode), beside: [] });
  return next?.dueAt;
}

describe('a ticket that nobody takes', () => {
  it('climbs from its park to the province, each rung once and at its time', () => {
    const ticket = ticketThat('routed');
    const climbed: unknown[] = [];
    for (let rung = 0; rung < 5; rung += 1) {
      const at = fireNext(ticket);
      const { nodeCode, priority } = ticket.snapshot();
      climbed.push([at, nodeCode, priority, ...typesOf(ticket)]);
    }

    const close = (date: string) => shanghaiInstant(date, '17:30');
    expect(climbed).toEqual([
      [shanghaiInstant('2026-11-25', '14:36'), PARK.code, 0, 'TicketSlaAtRisk'],
      [close('2026-11-25'), PARK.code, 1, 'TicketSlaBreached'],
      [close('2026-11-26'), COUNTY.code, 2, 'TicketRungReached', 'TicketTransferred'],
      [close('2026-11-27'), 'HUB-370400', 3, 'TicketRungReached', 'TicketTransferred'],
      // The warning for completion comes on Monday before the province hears of it on Wednesday.
      [shanghaiInstant('2026-11-30', '16:06'), 'HUB-370400', 3, 'TicketSlaAtRisk'],
    ]);
  });

  it('is lifted by the system, with the cause as reason, and keeps what fired', () => {
    const ticket = ticketThat('routed');
    fireNext(ticket);
    fireNext(ticket);
    ticket.pullEvents();

    fireNext(ticket);

    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketRungReached', actor: 'system', escalation: { rung: 'overdue-1', outcome: 'LIFTED' } },
      {
        type: 'TicketTransferred',
        actor: 'system',
        escalated: true,
        reason: expect.stringContaining('ACCEPT_OVERDUE'),
      },
    ]);
    expect(ticket.snapshot().escalations.map(({ rung }) => rung)).toEqual(['at-risk', 'breach', 'overdue-1']);
  });

  it('does not fire a rung twice, nor one after the limit before the breach', () => {
    const ticket = ticketThat('routed');
    const late = shanghaiInstant('2026-11-30', '09:00');

    ticket.noteTimer('accept', 'overdue-1', late, { above: above(PARK.code), beside: [] });
    expect(typesOf(ticket)).toEqual([]);
    ticket.noteTimer('accept', 'breach', late);
    for (let again = 0; again < 3; again += 1)
      ticket.noteTimer('accept', 'overdue-1', late, { above: above(PARK.code), beside: [] });

    expect(typesOf(ticket)).toEqual(['TicketSlaBreached', 'TicketRungReached', 'TicketTransferred']);
  });
});

describe('a late ticket on which an institution works', () => {
  it('stays with its office, raised and told of', () => {
    const ticket = ticketThat('in progress');
    ticket.noteWork('system', JOB, shanghaiInstant('2026-11-24', '10:00'));
    for (let rung = 0; rung < 3; rung += 1) fireNext(ticket);

    expect(ticket.snapshot()).toMatchObject({ nodeCode: PARK.code, priority: 2, status: 'IN_PROGRESS' });
    expect(ticket.snapshot().escalations.at(-1)).toMatchObject({ outcome: 'STAYED', stayedFor: 'WORK_UNDER_WAY' });
  });
});

describe('a pause', () => {
  it('ends by itself at its limit, from when on the clocks run, however late that is noticed', () => {
    const ticket = ticketThat('accepted');
    ticket.pause(clerk('10:00'), 'WAIT_PAYMENT');
    const [timer] = ticket.timers().filter(({ clock }) => clock === 'pause');
    const limit = shanghaiInstant('2026-12-08', '17:30');
    expect(timer).toEqual({ clock: 'pause', kind: 'resume-2', dueAt: limit });

    ticket.noteTimer('pause', 'resume-2', shanghaiInstant('2026-12-08', '17:29'));
    expect(ticket.snapshot().status).toBe('PAUSED');
    ticket.noteTimer('pause', 'resume-2', shanghaiInstant('2026-12-10', '09:00'));

    expect(ticket.snapshot()).toMatchObject({ status: 'ACCEPTED', pauseReason: undefined });
    expect(ticket.snapshot().segments.at(-1)).toEqual({
      stage: 'ACCEPTED',
      office: PARK.code,
      state: 'running',
      cause: 'PAUSE_LIMIT',
      actor: 'system',
      from: limit,
    });
    expect(ticket.pullEvents().at(-1)).toMatchObject({ type: 'TicketResumed', cause: 'PAUSE_LIMIT', actor: 'system' });
  });

  it('is not ended by the timer of an earlier one', () => {
    const ticket = ticketThat('accepted');
    ticket.pause(clerk('10:00'), 'WAIT_PAYMENT');
    ticket.resume(clerk('11:00'));
    ticket.pause(clerk('12:00'), 'WAIT_SAMPLE');

    ticket.noteTimer('pause', 'resume-2', shanghaiInstant('2027-02-01', '09:00'));

    expect(ticket.snapshot().status).toBe('PAUSED');
    expect(ticket.timers().at(-1)).toMatchObject({ clock: 'pause', kind: 'resume-4' });
  });

  it('is told as a share of the working time', () => {
    const ticket = ticketThat('accepted');
    ticket.pause(clerk('10:00'), 'WAIT_SAMPLE');
    ticket.resume(clerk('11:00'));

    const { clocks } = standingOf(ticket.snapshot(), TERMS, shanghaiInstant('2026-11-24', '14:30'));

    // Three hours until noon and one after lunch, one of the four paused.
    expect(clocks).toEqual({ usedMinutes: 180, pausedMinutes: 60, pausedShare: 0.25 });
  });
});

describe('every state a ticket can come to', () => {
  const MOVES: Record<string, (ticket: Ticket, act: Act) => void> = {
    accept: (ticket, act) => ticket.accept(act),
    transfer: (ticket, act) => ticket.transfer(act, COUNTY, '迁址'),
    escalate: (ticket, act) => ticket.escalate(act, above(ticket.snapshot().nodeCode)[0], '能力不足'),
    return: (ticket, act) => ticket.return(act, ['材料']),
    correct: (ticket, { at }) => ticket.correct('{}', at),
    pause: (ticket, act) => ticket.pause(act, 'EXPERT_REVIEW'),
    resume: (ticket, act) => ticket.resume(act),
    choose: (ticket, act) => ticket.choose(act, OTHER, { onBehalf: false }),
    start: (ticket, { at }) => ticket.start(JOB, at),
    finish: (ticket, { at }) => ticket.finish(JOB, [], at),
    resolve: (ticket, act) => ticket.resolve(act, '已答复'),
    cancel: (ticket, act) => ticket.cancel(act, '不再需要'),
    place: (ticket, act) => ticket.override(act, { office: COUNTY, institution: OTHER }, '协商一致'),
    timer: (ticket) => void fireNext(ticket),
  };
  const keyOf = (ticket: TicketRecord): string =>
    JSON.stringify([
      ticket.status,
      ticket.resumesTo,
      ticket.nodeCode,
      ticket.triage,
      ticket.institution?.id,
      ticket.institutionChoice,
      awaitsChoice(ticket) && ticket.segments.at(-1)?.state,
      ticket.acceptedAt !== undefined,
      ticket.jobId !== undefined,
      ticket.marks,
      ticket.respondedAt !== undefined,
      // Of earlier returns nothing follows, and a ticket may be returned without end.
      ticket.escalations
        .filter(({ clock }) => clock !== 'first-response')
        .filter(({ occasion }) => occasion === undefined || occasion === ticket.segments.length - 1)
        .map(({ clock, rung }) => `${clock} ${rung}`)
        .sort(),
    ]);

  const nobody = { institution: null, choice: 'none' } as const;
  it.each<[string, Given]>([
    ['metrology', { domain: 'metrology' }],
    ['consulting', { domain: 'consulting', ...nobody }],
    ['calibration, the client’s to choose', { domain: 'metrology', institution: null, choice: 'awaited' }],
    ['metrology, in triage', { domain: 'metrology', triage: 'NO_CAPABILITY', ...nobody }],
  ])('has a next timer or a named reason (%s)', (_, given) => {
    const first = routedTicket(given).snapshot();
    const seen = new Set<string>([keyOf(first)]);
    const open: { ticket: TicketRecord; at: Date }[] = [{ ticket: first, at: first.routedAt }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { nextTimer, standsFor } = standingOf(next.ticket, TERMS, next.at);
      const { status, escalations } = next.ticket;
      if (ENDED.includes(status)) expect([nextTimer, standsFor]).toEqual([undefined, undefined]);
      else if (status === 'PAUSED') expect([nextTimer?.clock, standsFor]).toEqual(['pause', 'EXPERT_REVIEW']);
      else if (awaitsChoice(next.ticket)) expect(standsFor).toBe('CLIENT_CHOICE');
      else if (status === 'RETURNED') expect(standsFor).toBe(nextTimer ? 'RETURNED' : 'RETURN_UNANSWERED');
      else if (nextTimer === undefined) {
        expect(standsFor).toBe('LADDER_CLIMBED');
        expect(escalations.filter(({ clock }) => clock === 'complete').at(-1)?.act).toBe('lift-to-province');
        if (next.ticket.triage) expect(next.ticket.nodeCode).toBe(HUB.code);
      }
      const due = nextTimer?.dueAt;
      for (const move of Object.values(MOVES)) {
        const ticket = Ticket.restore(next.ticket, TERMS);
        const at = move === MOVES.timer && due && due > next.at ? due : new Date(next.at.getTime() + 60_000);
        try {
          move(ticket, { ...by('clerk', '09:00'), at });
        } catch {
          continue;
        }
        const after = ticket.snapshot();
        // What follows acceptance does not depend on who chose.
        if (given.choice === 'awaited' && after.acceptedAt) continue;
        if (seen.has(keyOf(after))) continue;
        seen.add(keyOf(after));
        open.push({ ticket: after, at });
      }
    }

    expect(seen.size).toBeGreaterThan(given.choice === 'awaited' ? 50 : 100);
  });
});
