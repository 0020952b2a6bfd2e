import { HUB, by, routedTicket, typesOf } from '../../test/builders/tickets.js';
import { shanghaiInstant } from '@nqi/kernel';
import { PROVINCE, actionsOf } from '../tickets/ticket-state.js';
import type { Ticket } from '../tickets/ticket.js';
import { upwardNews, type Handover } from './handover.js';
import { follow, judge, stepsTo, type ProvinceStatus, type ProvinceWord } from './province-word.js';

const OFFICE = { code: 'PROV-370000', path: 'PROV-370000' };
const at = shanghaiInstant('2026-11-24', '10:00');

const word = (status: ProvinceStatus, sequence = 1, differs: Partial<ProvinceWord> = {}): ProvinceWord => ({
  ticketId: 'ticket-1',
  version: 2,
  sequence,
  status,
  at,
  ...(status === 'RETURNED' && { missing: ['型式评价大纲'] }),
  ...(status === 'REFUSED' && { reason: '不属省级事权' }),
  ...differs,
});

/** A ticket of metrology, with an institution proposed, that the province's platform has. */
function handedUp(): Ticket {
  const ticket = routedTicket();
  ticket.transfer(by('dispatcher', '09:10'), OFFICE, '省级事权');
  ticket.handUp(shanghaiInstant('2026-11-24', '09:15'));
  ticket.pullEvents();
  return ticket;
}

const say = (ticket: Ticket, ...words: ProvinceWord[]) =>
  words.map((each) => follow(ticket, each, { actor: PROVINCE, at: each.at }, HUB));

describe('a ticket that the province has', () => {
  it('is for people only to look after and to take back', () => {
    const ticket = handedUp();
    expect(actionsOf(ticket.snapshot())).toEqual(['assign', 'transfer']);
    const refused = expect.objectContaining({ code: 'TICKET.WITH_PROVINCE' });
    expect(() => ticket.accept(by('clerk', '10:00'))).toThrow(refused);
    expect(() => ticket.return(by('clerk', '10:00'), ['图纸'])).toThrow(refused);
    expect(() => ticket.override(by('clerk', '10:00'), { institution: { id: 'ORG1', name: '某所' } }, '试')).toThrow(
      refused,
    );

    ticket.transfer(by('dispatcher', '10:00'), HUB, '收回');
    expect(ticket.snapshot().handedUpAt).toBeUndefined();
    expect(actionsOf(ticket.snapshot())).toContain('accept');
  });

  it('goes its way by what the province says, without a job or an institution of ours', () => {
    const ticket = handedUp();
    say(ticket, word('ACCEPTED'), word('IN_PROGRESS'), word('RETURNED'), word('IN_PROGRESS'));
    expect(typesOf(ticket)).toEqual(['TicketAccepted', 'TicketStarted', 'TicketReturned', 'TicketResumed']);
    expect(ticket.snapshot()).toMatchObject({
      status: 'IN_PROGRESS',
      institution: undefined,
      institutionChoice: 'none',
    });

    say(ticket, word('RESOLVED', 9, { resolution: '已发证', deliverables: [{ number: 'SD-2026-0007' }] }));
    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketResolved', resolution: '已发证', deliverableNumbers: ['SD-2026-0007'], actor: PROVINCE },
    ]);
  });

  it('is made up for what was lost on the way', () => {
    const ticket = handedUp();
    expect(say(ticket, word('RESOLVED'))).toEqual(['FOLLOWED']);
    expect(typesOf(ticket)).toEqual(['TicketAccepted', 'TicketResolved']);
  });

  it.each<ProvinceStatus[]>([[], ['ACCEPTED'], ['ACCEPTED', 'IN_PROGRESS'], ['RETURNED'], ['IN_PROGRESS', 'RETURNED']])(
    'waits at the hub for a person when it is refused after %s %s',
    (...said) => {
      const ticket = handedUp();
      say(ticket, ...said.filter(Boolean).map((status) => word(status)));
      ticket.pullEvents();
      say(ticket, word('REFUSED'));

      expect(ticket.pullEvents().at(-1)).toMatchObject({
        type: 'TicketHandedBack',
        reason: '不属省级事权',
        fromNodeCode: OFFICE.code,
      });
      const record = ticket.snapshot();
      expect(record).toMatchObject({ status: 'ROUTED', nodeCode: HUB.code, triage: 'NO_CAPABILITY' });
      expect([record.acceptedAt, record.startedAt, record.handedUpAt]).toEqual([undefined, undefined, undefined]);
      expect(ticket.timers().some(({ clock }) => clock === 'accept')).toBe(true);
      ticket.override(by('lead', '11:00'), { office: HUB, institution: { id: 'ORG005', name: '某所' } }, '另行安排');
      ticket.accept(by('clerk', '11:10'));
      expect(ticket.snapshot().status).toBe('ACCEPTED');
    },
  );

  it('does not go back to being accepted once it is worked on', () => {
    expect(stepsTo('ACCEPTED', 'IN_PROGRESS')).toBeUndefined();
    expect(stepsTo('ACCEPTED', 'RETURNED', 'IN_PROGRESS')).toBeUndefined();
    expect(stepsTo('ACCEPTED', 'ACCEPTED')).toEqual([]);
    expect(stepsTo('RETURNED', 'RETURNED', 'ROUTED')).toEqual(['resume', 'return']);
  });
});

describe('a word of the province', () => {
  const handover: Handover = {
    id: 'handover-1',
    ticketId: 'ticket-1',
    version: 2,
    state: 'OPEN',
    handedAt: at,
    sequence: 3,
    status: 'IN_PROGRESS',
  };

  it.each<[string, Partial<Handover> | undefined, ProvinceWord, string]>([
    ['the next one', {}, word('RESOLVED', 4), 'FOLLOWED'],
    ['one after a gap', {}, word('RESOLVED', 40), 'FOLLOWED'],
    ['one that was followed', {}, word('IN_PROGRESS', 3), 'REPEATED'],
    ['one that comes too late', {}, word('ACCEPTED', 2), 'OVERTAKEN'],
    ['another one under the same number', {}, word('REFUSED', 3), 'CONTRADICTED'],
    ['a result after the result', { state: 'RESOLVED', status: 'RESOLVED' }, word('RESOLVED', 5), 'REPEATED'],
    ['a refusal after the result', { state: 'RESOLVED', status: 'RESOLVED' }, word('REFUSED', 5), 'CONTRADICTED'],
    ['a result after a refusal', { state: 'REFUSED', status: 'REFUSED' }, word('RESOLVED', 5), 'CONTRADICTED'],
    ['one about what was taken back', { state: 'WITHDRAWN' }, word('RESOLVED', 5), 'NOT_AWAITED'],
    ['one about what never was', undefined, word('RESOLVED', 5), 'NOT_AWAITED'],
  ])('that is %s', (_, differs, said, outcome) => {
    expect(judge(differs && { ...handover, ...differs }, said)).toBe(outcome);
  });
});

describe('what the province is told', () => {
  const change = (ticket: Ticket, act: (ticket: Ticket) => void) => {
    const was = ticket.snapshot();
    ticket.pullEvents();
    act(ticket);
    return upwardNews(was, ticket.snapshot(), ticket.pullEvents());
  };

  it('begins with the handing over, and follows corrections and withdrawals', () => {
    const ticket = routedTicket();
    expect(change(ticket, (each) => each.transfer(by('dispatcher', '09:10'), OFFICE, '省级事权'))).toEqual({});
    expect(change(ticket, (each) => each.handUp(at))).toEqual({ becomes: 'OPEN', tell: 'ticket.handed-over' });
    expect(change(ticket, (each) => each.handUp(at))).toEqual({});
    expect(change(ticket, (each) => say(each, word('RETURNED')))).toEqual({});
    expect(change(ticket, (each) => each.correct('{"note":"补"}', at))).toEqual({ tell: 'ticket.corrected' });
    expect(change(ticket, (each) => each.cancel(by('owner', '11:00'), '不办了'))).toEqual({
      becomes: 'WITHDRAWN',
      tell: 'ticket.withdrawn',
    });
  });

  it('is not what it said itself', () => {
    expect(change(handedUp(), (each) => say(each, word('REFUSED')))).toEqual({ becomes: 'REFUSED' });
    expect(change(handedUp(), (each) => say(each, word('RESOLVED')))).toEqual({ becomes: 'RESOLVED' });
    expect(change(handedUp(), (each) => each.transfer(by('lead', '10:00'), HUB, '收回'))).toEqual({
      becomes: 'WITHDRAWN',
      tell: 'ticket.withdrawn',
    });
  });
});
