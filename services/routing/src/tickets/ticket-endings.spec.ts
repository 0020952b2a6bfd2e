import { shanghaiInstant } from '@nqi/kernel';
import { JOB, by, clerk, ticketThat, typesOf, type Given } from '../../test/builders/tickets.js';

describe('a job', () => {
  it('puts an accepted ticket in progress, once', () => {
    const ticket = ticketThat('accepted');

    ticket.start(JOB, shanghaiInstant('2026-11-24', '09:31'));
    ticket.start(JOB, shanghaiInstant('2026-11-24', '09:31'));

    expect(ticket.snapshot()).toMatchObject({ status: 'IN_PROGRESS', jobId: JOB.id });
    expect(typesOf(ticket)).toEqual(['TicketStarted']);
  });

  it('resolves the ticket when it is done', () => {
    const ticket = ticketThat('in progress');

    ticket.finish(JOB, ['JL-1', 'JL-2'], shanghaiInstant('2026-11-25', '09:00'));

    expect(ticket.snapshot()).toMatchObject({ status: 'RESOLVED', sla: 'MET' });
    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketResolved', workingMinutes: 450, onTime: true, deliverableNumbers: ['JL-1', 'JL-2'] },
    ]);
    expect(ticket.timers()).toEqual([]);
  });

  it('that is done late is a breach, then a missed promise', () => {
    const ticket = ticketThat('in progress');

    ticket.noteWork('system', JOB, shanghaiInstant('2026-11-24', '10:00'));
    ticket.pullEvents();
    ticket.finish(JOB, ['JL-1'], shanghaiInstant('2026-12-02', '09:00'));

    expect(typesOf(ticket)).toEqual(['TicketSlaBreached', 'TicketResolved']);
    expect(ticket.snapshot().sla).toBe('MISSED');
  });

  it.each(['paused', 'accepted'] as const)('resolves a ticket that is %s, since the work is done', (state) => {
    const ticket = ticketThat(state);

    ticket.finish(JOB, ['JL-1'], shanghaiInstant('2026-11-24', '15:00'));

    expect(ticket.snapshot().status).toBe('RESOLVED');
  });

  it('leaves out the pause it was finished in', () => {
    const ticket = ticketThat('paused');

    ticket.finish(JOB, ['JL-1'], shanghaiInstant('2026-11-24', '15:00'));

    // Paused from ten to three; used is only nine to ten.
    expect(ticket.pullEvents()).toMatchObject([{ type: 'TicketResolved', workingMinutes: 60 }]);
  });

  it.each(['resolved', 'cancelled', 'routed'] as const)('changes nothing about a ticket that is %s', (state) => {
    const ticket = ticketThat(state);
    const before = ticket.snapshot();

    ticket.start(JOB, shanghaiInstant('2026-11-24', '15:00'));
    ticket.finish(JOB, ['JL-9'], shanghaiInstant('2026-11-24', '15:00'));

    expect(ticket.snapshot()).toEqual(before);
  });
});

describe('a ticket that the office serves itself', () => {
  const advice: Given = { domain: 'consulting', institution: null, choice: 'none' };

  it('is resolved with what was advised', () => {
    const ticket = ticketThat('accepted', advice);

    ticket.resolve(clerk('16:00'), '已出具需求清单');

    expect(ticket.snapshot()).toMatchObject({ status: 'RESOLVED', resolution: '已出具需求清单', sla: 'MET' });
  });

  it('is not resolved before it is accepted', () => {
    expect(() => ticketThat('routed', advice).resolve(clerk('16:00'), '已答复')).toThrow(
      expect.objectContaining({ code: 'TICKET.ILLEGAL_MOVE', kind: 'conflict' }),
    );
  });

  it('differs from one that a job resolves', () => {
    expect(() => ticketThat('accepted').resolve(clerk('16:00'), '已答复')).toThrow(
      expect.objectContaining({ code: 'TICKET.RESOLVED_BY_JOB' }),
    );
  });
});

describe('a withdrawal', () => {
  it.each(['routed', 'accepted', 'in progress', 'paused', 'returned'] as const)(
    'cancels a ticket that is %s',
    (state) => {
      const ticket = ticketThat(state);

      ticket.cancel(by('owner', '16:00'), '不再需要');

      expect(ticket.snapshot()).toMatchObject({ status: 'CANCELLED', sla: 'MET' });
      expect(ticket.pullEvents()).toMatchObject([{ type: 'TicketCancelled', reason: '不再需要', actor: 'owner' }]);
      expect(ticket.timers()).toEqual([]);
    },
  );

  it.each(['resolved', 'cancelled'] as const)('comes too late for a ticket that is %s', (state) => {
    const ticket = ticketThat(state);
    const before = ticket.snapshot();

    ticket.cancel(by('owner', '16:00'), '不再需要');

    expect(ticket.snapshot()).toEqual(before);
  });
});

describe('a timer', () => {
  it('warns, then tells of the breach, each once', () => {
    const ticket = ticketThat('routed');
    const at = shanghaiInstant('2026-11-25', '18:00');

    for (const kind of ['at-risk', 'at-risk', 'breach', 'breach', 'at-risk'] as const) {
      ticket.noteTimer('accept', kind, at);
    }

    expect(typesOf(ticket)).toEqual(['TicketSlaAtRisk', 'TicketSlaBreached']);
    expect(ticket.snapshot().sla).toBe('BREACHED');
  });

  it('of acceptance is silent once the ticket is accepted', () => {
    const ticket = ticketThat('accepted');

    ticket.noteTimer('accept', 'breach', shanghaiInstant('2026-11-25', '18:00'));

    expect(typesOf(ticket)).toEqual([]);
  });

  it.each(['paused', 'returned', 'resolved', 'cancelled'] as const)('is silent while the ticket is %s', (state) => {
    const ticket = ticketThat(state);

    ticket.noteTimer('complete', 'breach', shanghaiInstant('2026-12-02', '18:00'));

    expect(typesOf(ticket)).toEqual([]);
  });
});
