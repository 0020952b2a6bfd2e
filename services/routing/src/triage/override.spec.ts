import { COUNTY, HUB, OTHER, PROPOSED, clerk, routedTicket, ticketThat, typesOf } from '../../test/builders/tickets.js';

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

  it('may change only the office after acceptance, and nothing once a job is open', () => {
    const accepted = ticketThat('accepted');
    expect(() => accepted.override(clerk('10:00'), { institution: OTHER }, '试')).toThrow(
      expect.objectContaining({ code: 'TICKET.WORK_ORDERED' }),
    );
    accepted.override(clerk('10:00'), { office: COUNTY }, '就近');
    expect(accepted.snapshot()).toMatchObject({ nodeCode: COUNTY.code, institution: PROPOSED });

    for (const is of ['in progress', 'resolved', 'cancelled'] as const) {
      expect(() => ticketThat(is).override(clerk('16:00'), { office: COUNTY }, '试')).toThrow(
        expect.objectContaining({ code: 'TICKET.NOT_OVERRIDABLE' }),
      );
    }
  });

  it('names no institution where the office itself serves', () => {
    const ticket = ticketThat('routed', { domain: 'consulting', institution: null, choice: 'none' });
    expect(() => ticket.override(clerk('10:00'), { institution: OTHER }, '试')).toThrow(
      expect.objectContaining({ code: 'TICKET.INSTITUTION_NOT_WANTED' }),
    );
  });
});
