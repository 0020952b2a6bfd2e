import { shanghaiInstant } from '@nqi/kernel';
import { JOB, TERMS, clerk, routedTicket, typesOf } from '../../test/builders/tickets.js';
import { SHIPPED_POLICY, promised, type Limits, type SlaPolicyContent } from '../clocks/sla-policy.js';
import type { Terms } from '../clocks/ticket-clocks.js';
import { slaPolicyFaults } from '../terms/sla-policy-faults.js';
import type { Ticket } from './ticket.js';
import { readingsOf } from './ticket-standing.js';

const at = (date: string, time: string) => shanghaiInstant(date, time);
const hours = (n: number) => ({ unit: 'working-hour', n }) as const;
const termsWith = (stages: Limits['stages'], more: Partial<SlaPolicyContent> = {}): Terms => ({
  ...TERMS,
  policy: {
    version: 'staged',
    content: {
      ...SHIPPED_POLICY.content,
      limits: { ...SHIPPED_POLICY.content.limits, ...(stages && { stages }) },
      ...more,
    },
  },
});
/** Four hours in ACCEPTED, for a ticket accepted on Tuesday at half past nine. */
const TERMS_OF_STAGES = termsWith({ ACCEPTED: hours(4) });
function acceptedTicket(terms = TERMS_OF_STAGES): Ticket {
  const ticket = routedTicket({ terms });
  ticket.accept(clerk('09:30'));
  ticket.pullEvents();
  return ticket;
}
const stageTimers = (ticket: Ticket) => ticket.timers().filter(({ clock }) => clock === 'stage');
const stageDue = (ticket: Ticket, terms: Terms, stage: string, now: Date) =>
  readingsOf(ticket.snapshot(), terms, now).find((each) => each.stage === stage)?.dueAt;

describe('a stage with a limit', () => {
  it('has a timer while the ticket is in it, and none where the policy names no limit', () => {
    const ticket = routedTicket({ terms: TERMS_OF_STAGES });
    expect(stageTimers(ticket)).toEqual([]);
    ticket.accept(clerk('09:30'));
    // Two hours and a half until noon, the rest from half past one.
    expect(stageTimers(ticket)).toEqual([{ clock: 'stage', kind: 'breach-1', dueAt: at('2026-11-24', '15:00') }]);
    expect(stageTimers(acceptedTicket(TERMS))).toEqual([]);
    ticket.start(JOB, at('2026-11-24', '10:00'));
    expect(stageTimers(ticket)).toEqual([]);
  });

  it('tells the office’s lead once when it is over, and marks no promise', () => {
    const ticket = acceptedTicket();
    for (let again = 0; again < 3; again += 1) ticket.noteTimer('stage', 'breach-1', at('2026-11-24', '15:00'));

    expect(ticket.pullEvents()).toMatchObject([
      {
        type: 'TicketRungReached',
        escalation: { clock: 'stage', rung: 'breach', occasion: 1, audience: 'node-lead', outcome: 'NOTIFIED' },
        dueAt: at('2026-11-24', '15:00'),
      },
    ]);
    expect(ticket.snapshot()).toMatchObject({ sla: 'ON_TIME', marks: { accept: 'on-time', complete: 'on-time' } });
    expect(stageTimers(ticket)).toEqual([]);
  });

  it('stops with a pause and goes on where it stood: an hour of pause is an hour later', () => {
    const ticket = acceptedTicket();
    ticket.pause(clerk('10:00'), 'WAIT_SAMPLE');
    expect(stageTimers(ticket)).toEqual([]);
    ticket.resume(clerk('11:00'));

    expect(stageTimers(ticket)).toEqual([{ clock: 'stage', kind: 'breach-1', dueAt: at('2026-11-24', '16:00') }]);
    expect(stageDue(ticket, TERMS_OF_STAGES, 'ACCEPTED', at('2026-11-24', '12:00'))).toEqual(at('2026-11-24', '16:00'));
  });

  it('counts all the times in it together, so that a return gains nothing', () => {
    const ticket = acceptedTicket();
    ticket.return(clerk('10:30'), ['型号']);
    ticket.correct('{}', at('2026-11-25', '08:30'));

    // One of four hours was used before the return.
    expect(stageTimers(ticket)).toEqual([{ clock: 'stage', kind: 'breach-1', dueAt: at('2026-11-25', '11:30') }]);
  });

  it('climbs the ladder that the policy gives it, a share and a day after included', () => {
    const terms = termsWith(
      { ACCEPTED: hours(4) },
      {
        ladder: [
          ...SHIPPED_POLICY.content.ladder,
          { code: 'at-risk', clock: 'stage', when: { share: 0.5 }, audience: 'holder', act: 'notify' },
          {
            code: 'late',
            clock: 'stage',
            when: { workingDaysAfterDue: 1 },
            audience: 'parent-lead',
            act: 'raise-priority',
          },
        ],
      },
    );
    const ticket = acceptedTicket(terms);
    expect(stageTimers(ticket).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['breach-1', at('2026-11-24', '15:00')],
      ['at-risk-1', at('2026-11-24', '11:30')],
    ]);
    ticket.noteTimer('stage', 'at-risk-1', at('2026-11-24', '11:30'));
    ticket.noteTimer('stage', 'breach-1', at('2026-11-24', '15:00'));
    expect(stageTimers(ticket)).toEqual([{ clock: 'stage', kind: 'late-1', dueAt: at('2026-11-25', '17:30') }]);
    ticket.noteTimer('stage', 'late-1', at('2026-11-25', '17:30'));

    expect(typesOf(ticket)).toEqual(Array(3).fill('TicketRungReached'));
    expect(ticket.snapshot().priority).toBe(1);
  });

  it('is taken over, kept, or the better of both, as the policy says of open tickets', () => {
    const renewed = (openTickets: 'keep' | 'migrate' | 'better-of-both', stages: Limits['stages']) => {
      const ticket = acceptedTicket();
      ticket.renew(termsWith(stages), { cause: 'POLICY', openTickets }, at('2026-11-24', '10:00'));
      return ticket.snapshot().serviceLevel.stages;
    };
    const stricter = { ACCEPTED: hours(2), IN_PROGRESS: hours(8) };

    expect(renewed('keep', stricter)).toEqual({ ACCEPTED: hours(4) });
    expect(renewed('migrate', undefined)).toBeUndefined();
    expect(renewed('better-of-both', stricter)).toEqual(stricter);
    expect(renewed('better-of-both', { ACCEPTED: hours(6) })).toEqual({ ACCEPTED: hours(4) });
  });
});

describe('the limits of stages in a policy', () => {
  const { content } = TERMS_OF_STAGES.policy;

  it('come from the first rule that fits and names the stage', () => {
    const facts = {
      serviceCode: 'CON-001',
      domain: 'consulting',
      level: 'COUNTY',
      urgency: 'normal',
      catalogueDays: 5,
    } as const;
    const rules = [{ domains: ['consulting'] as const, limits: { stages: { ACCEPTED: hours(9) } } }];

    expect(promised({ version: 'x', content: { ...content, rules } }, facts).stages).toEqual({ ACCEPTED: hours(9) });
    expect(promised({ version: 'x', content }, facts).stages).toEqual({ ACCEPTED: hours(4) });
    expect(promised(SHIPPED_POLICY, facts)).not.toHaveProperty('stages');
  });

  it('name a stage that there is and a time', () => {
    const faults = (stages: object) => slaPolicyFaults({ ...content, limits: { ...content.limits, stages } });

    expect(slaPolicyFaults(content)).toEqual([]);
    expect(faults({ RETURNED: hours(1) })).toMatchObject([{ pointer: '/limits/stages/RETURNED' }]);
    expect(faults({ ACCEPTED: { unit: 'hour', n: 1 } })).toMatchObject([{ pointer: '/limits/stages/ACCEPTED/unit' }]);
  });
});
