import { shanghaiInstant } from '@nqi/kernel';
import {
  COUNTY,
  JOB,
  OTHER,
  PARK,
  PROPOSED,
  ROUTED_AT,
  clerk,
  routedTicket,
  ticketThat,
  typesOf,
} from '../../test/builders/tickets.js';
import type { Ticket } from './ticket.js';
import { actionsOf, type TicketStatus } from './ticket-state.js';

describe('a routed ticket', () => {
  it('says who got it and why', () => {
    const ticket = routedTicket();

    expect(ticket.snapshot()).toMatchObject({ status: 'ROUTED', nodeCode: PARK.code, sla: 'ON_TIME', version: 1 });
    expect(ticket.pullEvents()).toEqual([
      { type: 'TicketRouted', reasonCode: 'PARK_STATION', actor: 'system', at: ROUTED_AT, version: 1 },
    ]);
  });

  it('has four timers, in working time', () => {
    expect(routedTicket().timers()).toEqual([
      // Seven hours are left today, 7.5 are tomorrow's; four fifths of 14.5 are 11.6, so 4.6 hours into Wednesday.
      { clock: 'accept', kind: 'at-risk', dueAt: shanghaiInstant('2026-11-25', '14:36') },
      { clock: 'accept', kind: 'breach', dueAt: shanghaiInstant('2026-11-25', '17:30') },
      { clock: 'complete', kind: 'at-risk', dueAt: shanghaiInstant('2026-11-30', '16:06') },
      { clock: 'complete', kind: 'breach', dueAt: shanghaiInstant('2026-12-01', '17:30') },
    ]);
  });
});

describe('acceptance', () => {
  it('stops the accept clock and tells how long it took', () => {
    const ticket = ticketThat('routed');

    ticket.accept(clerk('14:00'));

    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketAccepted', actor: 'clerk', workingMinutes: 210, onTime: true, version: 2 },
    ]);
    expect(ticket.timers().map(({ clock }) => clock)).toEqual(['complete', 'complete', 'first-response']);
  });

  it('keeps the institution proposed when nobody names one', () => {
    const ticket = ticketThat('accepted');

    expect(ticket.snapshot()).toMatchObject({ institution: PROPOSED, institutionChoice: 'statutory' });
  });

  it('keeps it when it is confirmed by name', () => {
    const ticket = ticketThat('routed');

    ticket.accept(clerk('10:00'), PROPOSED);

    expect(ticket.pullEvents()[0]).not.toHaveProperty('override');
  });

  it('takes another institution for a reason, and says so', () => {
    const ticket = ticketThat('routed', { choice: 'client' });

    ticket.accept(clerk('10:00'), OTHER, '设备检修');

    expect(ticket.snapshot()).toMatchObject({ institution: OTHER, institutionChoice: 'platform' });
    expect(ticket.pullEvents()[0]).toMatchObject({
      override: { fromInstitutionId: 'ORG011', toInstitutionId: 'ORG005', reason: '设备检修' },
    });
  });

  it('does not take another institution without a reason', () => {
    expect(() => ticketThat('routed').accept(clerk('10:00'), OTHER)).toThrow(
      expect.objectContaining({ code: 'TICKET.REASON_NEEDED', pointer: '/reason' }),
    );
  });

  it('needs an institution where the router found none', () => {
    const ticket = ticketThat('routed', { institution: null, choice: 'none' });

    expect(() => ticket.accept(clerk('10:00'))).toThrow(expect.objectContaining({ code: 'TICKET.INSTITUTION_NEEDED' }));
    ticket.accept(clerk('10:00'), OTHER);

    expect(ticket.snapshot()).toMatchObject({ status: 'ACCEPTED', institutionChoice: 'platform' });
  });

  it('of advice takes no institution', () => {
    const ticket = ticketThat('routed', { domain: 'consulting', institution: null, choice: 'none' });

    expect(() => ticket.accept(clerk('10:00'), OTHER)).toThrow(
      expect.objectContaining({ code: 'TICKET.INSTITUTION_NOT_WANTED' }),
    );
    ticket.accept(clerk('10:00'));
    expect(ticket.snapshot().institution).toBeUndefined();
  });

  it('that comes late is a breach even when no timer said so', () => {
    const ticket = ticketThat('routed');

    ticket.accept(clerk('09:00', '2026-11-26'));

    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketSlaBreached', clock: 'accept', version: 2 },
      { type: 'TicketAccepted', onTime: false, version: 3 },
    ]);
    expect(ticket.snapshot().sla).toBe('ON_TIME');
  });
});

describe('a return for correction', () => {
  it('tells everything that is missing at once and stops the clocks', () => {
    const ticket = ticketThat('routed');

    ticket.return(clerk('10:00'), ['营业执照', '器具清单']);

    expect(ticket.pullEvents()).toMatchObject([{ type: 'TicketReturned', missing: ['营业执照', '器具清单'] }]);
    expect(ticket.snapshot()).toMatchObject({
      status: 'RETURNED',
      sla: 'PAUSED',
      returnedFor: ['营业执照', '器具清单'],
    });
    const waiting = ticket.timers().filter(({ dueAt }) => dueAt !== undefined);
    expect(waiting.map(({ clock, kind }) => [clock, kind])).toEqual([
      ['return', 'remind-5-1'],
      ['return', 'remind-10-1'],
      ['return', 'unanswered-1'],
    ]);
  });

  it('goes back to where it came from when corrected, with later due times', () => {
    const ticket = ticketThat('returned');

    ticket.correct('{"instruments":[1]}', shanghaiInstant('2026-11-24', '11:00'));

    expect(ticket.snapshot()).toMatchObject({
      status: 'ROUTED',
      formJson: '{"instruments":[1]}',
      returnedFor: undefined,
      acceptDueAt: shanghaiInstant('2026-11-26', '09:30'),
      completeDueAt: shanghaiInstant('2026-12-02', '09:30'),
    });
    expect(ticket.pullEvents()).toMatchObject([{ type: 'TicketResumed', cause: 'CORRECTED' }]);
  });

  it('of an accepted ticket goes back to accepted', () => {
    const ticket = ticketThat('accepted');
    ticket.return(clerk('10:00'), ['样品']);

    ticket.correct('{}', shanghaiInstant('2026-11-24', '11:00'));

    expect(ticket.snapshot().status).toBe('ACCEPTED');
  });

  it('goes on in progress when a job was opened meanwhile', () => {
    const ticket = ticketThat('accepted');
    ticket.return(clerk('10:00'), ['样品']);
    ticket.start(JOB, shanghaiInstant('2026-11-24', '10:05'));
    expect(ticket.snapshot().status).toBe('RETURNED');

    ticket.correct('{}', shanghaiInstant('2026-11-24', '11:00'));

    expect(ticket.snapshot()).toMatchObject({ status: 'IN_PROGRESS', jobId: JOB.id });
  });

  it('is corrected once; a second answer is old news', () => {
    const ticket = ticketThat('returned');
    ticket.correct('{"first":1}', shanghaiInstant('2026-11-24', '11:00'));
    ticket.pullEvents();

    ticket.correct('{"second":2}', shanghaiInstant('2026-11-24', '12:00'));

    expect(ticket.snapshot().formJson).toBe('{"first":1}');
    expect(typesOf(ticket)).toEqual([]);
  });
});

describe('a pause', () => {
  it('names its reason, stops the clocks and is over when resumed', () => {
    const ticket = ticketThat('in progress');

    ticket.pause(clerk('10:00'), 'WAIT_PAYMENT', '等待缴费');
    expect(ticket.snapshot()).toMatchObject({ status: 'PAUSED', pauseReason: 'WAIT_PAYMENT', sla: 'PAUSED' });
    ticket.resume(clerk('16:00'));

    expect(ticket.snapshot()).toMatchObject({
      status: 'IN_PROGRESS',
      pauseReason: undefined,
      completeDueAt: shanghaiInstant('2026-12-02', '14:30'),
    });
    expect(typesOf(ticket)).toEqual(['TicketPaused', 'TicketResumed']);
  });

  it('does not bring back an alarm that was given', () => {
    const ticket = ticketThat('accepted');
    ticket.noteTimer('complete', 'at-risk', shanghaiInstant('2026-12-01', '09:00'));
    ticket.pause(clerk('09:30', '2026-12-01'), 'EXPERT_REVIEW');
    ticket.resume(clerk('09:30', '2026-12-10'));

    expect(ticket.snapshot().sla).toBe('AT_RISK');
    expect(ticket.timers()).toMatchObject([{ clock: 'complete', kind: 'breach' }]);
  });
});

describe('a transfer', () => {
  it('hands the ticket over with a reason while the clocks go on', () => {
    const ticket = ticketThat('routed');
    const before = ticket.snapshot();
    ticket.assign(clerk('09:10'), 'li');
    ticket.pullEvents();

    ticket.transfer(clerk('10:00'), COUNTY, '企业迁址');

    const { acceptDueAt, completeDueAt } = before;
    expect(ticket.snapshot()).toMatchObject({
      nodeCode: COUNTY.code,
      nodePath: COUNTY.path,
      assignee: undefined,
      status: 'ROUTED',
      acceptDueAt,
      completeDueAt,
    });
    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketTransferred', fromNodeCode: PARK.code, toNodeCode: COUNTY.code, escalated: false },
    ]);
  });

  it('goes to another office', () => {
    expect(() => ticketThat('routed').transfer(clerk('10:00'), PARK, '无')).toThrow(
      expect.objectContaining({ code: 'TICKET.SAME_NODE' }),
    );
  });

  it('upwards is an escalation, as far as there is an office', () => {
    const ticket = ticketThat('accepted');

    ticket.escalate(clerk('10:00'), COUNTY, '能力不足');

    expect(ticket.pullEvents()).toMatchObject([{ type: 'TicketTransferred', escalated: true }]);
    expect(() => ticket.escalate(clerk('10:00'), undefined, '能力不足')).toThrow(
      expect.objectContaining({ code: 'TICKET.NOWHERE_TO_ESCALATE' }),
    );
  });
});

describe('what a state allows', () => {
  const CASES: [Parameters<typeof ticketThat>[0], TicketStatus, string[]][] = [
    ['routed', 'ROUTED', ['accept', 'assign', 'transfer', 'escalate', 'return', 'split']],
    ['accepted', 'ACCEPTED', ['assign', 'transfer', 'escalate', 'return', 'pause']],
    ['in progress', 'IN_PROGRESS', ['assign', 'pause']],
    ['paused', 'PAUSED', ['assign', 'resume']],
    ['returned', 'RETURNED', ['assign']],
    ['resolved', 'RESOLVED', []],
    ['cancelled', 'CANCELLED', []],
  ];

  it.each(CASES)('when %s is told beforehand', (state, status, actions) => {
    const snapshot = ticketThat(state).snapshot();

    expect([snapshot.status, actionsOf(snapshot)]).toEqual([status, actions]);
  });

  it.each(CASES)('when %s is all that works', (state, _, actions) => {
    const moves: Record<string, (ticket: Ticket) => void> = {
      accept: (ticket) => ticket.accept(clerk('16:00')),
      assign: (ticket) => ticket.assign(clerk('16:00'), 'li'),
      transfer: (ticket) => ticket.transfer(clerk('16:00'), COUNTY, '迁址'),
      escalate: (ticket) => ticket.escalate(clerk('16:00'), COUNTY, '能力不足'),
      return: (ticket) => ticket.return(clerk('16:00'), ['材料']),
      pause: (ticket) => ticket.pause(clerk('16:00'), 'FORCE_MAJEURE'),
      resume: (ticket) => ticket.resume(clerk('16:00')),
    };

    for (const [action, move] of Object.entries(moves)) {
      const attempt = () => move(ticketThat(state));
      if (actions.includes(action)) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(expect.objectContaining({ code: 'TICKET.ILLEGAL_MOVE' }));
    }
  });
});
