import {
  COUNTY,
  HUB,
  JOB,
  OTHER,
  PROPOSED,
  clerk,
  routedTicket,
  ticketThat,
  typesOf,
} from '../../test/builders/tickets.js';

const NEXT_JOB = { id: '0190a000-0000-7000-8000-000000000010', institutionId: OTHER.id };

const waiting = () => {
  const ticket = routedTicket({ institution: null, choice: 'none', triage: 'NO_CAPABILITY' });
  ticket.pullEvents();
  return ticket;
};

describe('a ticket in triage', () => {
  it('is at the hub, and nobody accepts, transfers or escalates it before it is placed', () => {
    const ticket = waiting();

    expect(ticket.snapshot()).toMatchObject({ nodeCode: HUB.code, triage: 'NO_CAPABILITY', status: 'ROUTED' });
    const refused = expect.objectContaining({ code: 'TICKET.IN_TRIAGE' });
    expect(() => ticket.accept(clerk('10:00'), OTHER)).toThrow(refused);
    expect(() => ticket.transfer(clerk('10:00'), COUNTY, '试')).toThrow(refused);
    expect(() => ticket.escalate(clerk('10:00'), COUNTY, '试')).toThrow(refused);
  });

  it('is placed with office, institution and reason, and then goes the usual way with its clocks unchanged', () => {
    const ticket = waiting();
    const { acceptDueAt } = ticket.snapshot();

    ticket.override(clerk('10:00'), { office: COUNTY, institution: OTHER }, '已商定');

    expect(ticket.pullEvents()).toMatchObject([
      {
        type: 'TicketOverridden',
        reasonCode: 'MANUAL',
        reason: '已商定',
        fromNodeCode: HUB.code,
        toNodeCode: COUNTY.code,
        toInstitutionId: OTHER.id,
        triage: 'NO_CAPABILITY',
      },
    ]);
    expect(ticket.snapshot()).toMatchObject({ nodeCode: COUNTY.code, institution: OTHER, acceptDueAt });
    expect(ticket.snapshot().triage).toBeUndefined();
    ticket.accept(clerk('10:30'));
    expect(typesOf(ticket)).toEqual(['TicketAccepted']);
  });

  it('may be kept by the hub itself, which looks for somebody', () => {
    const ticket = waiting();

    expect(() => ticket.override(clerk('10:00'), {}, '试')).toThrow(
      expect.objectContaining({ code: 'TICKET.NOTHING_OVERRIDDEN' }),
    );
    ticket.override(clerk('10:00'), { office: HUB }, '本级承办');
    expect(ticket.snapshot().triage).toBeUndefined();
  });

  it('that is declined ends with the reason', () => {
    const ticket = waiting();
    ticket.cancel(clerk('10:00'), '全省无此能力', 'NO_QUALIFIED_BODY');

    expect(ticket.pullEvents()).toMatchObject([{ type: 'TicketCancelled', reasonCode: 'NO_QUALIFIED_BODY' }]);
  });
});

describe('a person who decides otherwise than the router', () => {
  it('may change office and institution before acceptance', () => {
    const ticket = ticketThat('routed');
    ticket.override(clerk('10:00'), { institution: OTHER }, '设备更合适');

    expect(ticket.pullEvents()).toMatchObject([{ fromInstitutionId: PROPOSED.id, toInstitutionId: OTHER.id }]);
    expect(ticket.snapshot()).toMatchObject({ institution: OTHER, institutionChoice: 'statutory' });
  });

  it('may change the office alone while the job of an accepted ticket is being opened', () => {
    const accepted = ticketThat('accepted');
    expect(() => accepted.override(clerk('10:00'), { institution: OTHER }, '试')).toThrow(
      expect.objectContaining({ code: 'TICKET.WORK_BEING_ORDERED' }),
    );
    accepted.override(clerk('10:00'), { office: COUNTY }, '就近');
    expect(accepted.snapshot()).toMatchObject({ nodeCode: COUNTY.code, institution: PROPOSED });
  });

  it('may give the work to another institution once there is a job, and the clocks go on', () => {
    const ticket = ticketThat('in progress');
    const { completeDueAt, acceptedAt } = ticket.snapshot();

    ticket.override(clerk('16:00'), { institution: OTHER }, '设备故障');

    expect(ticket.pullEvents()).toMatchObject([
      { type: 'TicketOverridden', fromInstitutionId: PROPOSED.id, toInstitutionId: OTHER.id, reason: '设备故障' },
      { type: 'TicketInstitutionReplaced', from: PROPOSED, fromJobId: JOB.id, toInstitutionId: OTHER.id },
    ]);
    expect(ticket.snapshot()).toMatchObject({ status: 'ACCEPTED', institution: OTHER, completeDueAt, acceptedAt });
    expect(ticket.snapshot().jobId).toBeUndefined();
    expect(ticket.snapshot().segments.at(-1)).toMatchObject({ state: 'running', cause: 'REPLACED' });
  });

  it('leaves a ticket that then follows the new job alone', () => {
    const ticket = ticketThat('in progress');
    ticket.override(clerk('16:00'), { institution: OTHER }, '设备故障');
    ticket.pullEvents();

    ticket.noteWork('system', JOB, clerk('16:01').at);
    ticket.finish(JOB, ['JL-2026-000001'], clerk('16:02').at);
    expect(ticket.pullEvents()).toEqual([]);

    ticket.start(NEXT_JOB, clerk('16:03').at);
    ticket.finish(JOB, ['JL-2026-000001'], clerk('16:04').at);
    expect(ticket.snapshot()).toMatchObject({ status: 'IN_PROGRESS', jobId: NEXT_JOB.id });
    ticket.finish(NEXT_JOB, ['JL-2026-000002'], clerk('16:05').at);
    expect(ticket.snapshot().status).toBe('RESOLVED');
  });

  it('leaves a pause as it is; the ticket goes on by the new job afterwards', () => {
    const ticket = ticketThat('in progress');
    ticket.pause(clerk('15:30'), 'WAIT_SAMPLE');
    ticket.override(clerk('16:00'), { institution: OTHER }, '设备故障');
    expect(ticket.snapshot()).toMatchObject({ status: 'PAUSED', resumesTo: 'ACCEPTED' });

    ticket.start(NEXT_JOB, clerk('16:01').at);
    ticket.resume(clerk('16:30'));
    expect(ticket.snapshot()).toMatchObject({ status: 'IN_PROGRESS', jobId: NEXT_JOB.id });
  });

  it.each(['resolved', 'cancelled'] as const)('changes nothing of a ticket that is %s', (is) => {
    expect(() => ticketThat(is).override(clerk('16:00'), { office: COUNTY }, '试')).toThrow(
      expect.objectContaining({ code: 'TICKET.NOT_OVERRIDABLE' }),
    );
  });

  it('names no institution where the office itself serves', () => {
    const ticket = ticketThat('routed', { domain: 'consulting', institution: null, choice: 'none' });
    expect(() => ticket.override(clerk('10:00'), { institution: OTHER }, '试')).toThrow(
      expect.objectContaining({ code: 'TICKET.INSTITUTION_NOT_WANTED' }),
    );
  });
});
