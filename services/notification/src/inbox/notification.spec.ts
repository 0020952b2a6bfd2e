import type { Happening } from '../happenings/happening.js';
import { notificationsOf } from './notification.js';
import { RULES } from './rules.js';

const OFFICE = 'PROV-370000/HUB-370400/WS-370481';
const accepted = (changes: Partial<Happening> = {}): Happening => ({
  type: 'nqi.routing.v1.TicketAccepted',
  eventId: '00000000-0000-7000-8000-000000000001',
  at: new Date('2026-11-24T02:00:00Z'),
  parties: { enterprise: '91370481MA3ABCD159', office: OFFICE, institution: 'ORG005' },
  subjects: { request: 'r', ticket: 't' },
  domain: 'metrology',
  facts: {
    urgent: { zh: '', en: '' },
    ticketNo: 'TK-JL-20261124-000001',
    requestNo: 'ZZ-JL-20261124-000001',
    enterprise: '某厂',
    service: { zh: '强制检定', en: 'Mandatory verification' },
    performer: { zh: '，由计量所承办', en: '' },
    completeDue: '2026-12-22 17:30',
  },
  ...changes,
});

describe('notificationsOf', () => {
  it('tells each party its own side, in both languages', () => {
    expect(notificationsOf(accepted())).toEqual([
      expect.objectContaining({
        audience: '91370481MA3ABCD159',
        kind: 'ticket-accepted',
        subjectType: 'request',
        subjectId: 'r',
        title: {
          zh: '申请 ZZ-JL-20261124-000001 已受理',
          en: 'Request ZZ-JL-20261124-000001 was accepted',
        },
        body: {
          zh: '“强制检定”已受理，由计量所承办，预计 2026-12-22 17:30 前办结。',
          en: '“Mandatory verification” was accepted and should be done by 2026-12-22 17:30.',
        },
      }),
      expect.objectContaining({
        audience: 'ORG005',
        kind: 'ticket-accepted-for-you',
        subjectType: 'ticket',
        subjectId: 't',
        domain: 'metrology',
      }),
    ]);
  });

  it('leaves out a party that is not there', () => {
    const told = notificationsOf(accepted({ parties: { enterprise: '91370481MA3ABCD159', office: OFFICE } }));

    expect(told.map(({ kind }) => kind)).toEqual(['ticket-accepted']);
  });

  it('tells nobody of an event without a rule', () => {
    expect(notificationsOf(accepted({ type: 'nqi.routing.v1.TicketAssigned' }))).toEqual([]);
  });

  it('takes what a fact says literally', () => {
    const odd = accepted();
    const [told] = notificationsOf({ ...odd, facts: { ...odd.facts, service: '{requestNo} $& $1' } });

    expect(told?.body.zh).toContain('“{requestNo} $& $1”');
  });

  it('refuses to send a text with a hole in it', () => {
    expect(() => notificationsOf(accepted({ facts: {} }))).toThrow('no fact');
  });
});

describe('rules', () => {
  const rules = Object.values(RULES).flat();
  const places = (text: string) => new Set(text.match(/\{\w+\}/g));

  it('tell the same facts in both languages', () => {
    for (const { title, body } of rules) {
      expect(places(title.en)).toEqual(places(title.zh));
      expect(places(body.en)).toEqual(places(body.zh));
    }
  });

  it('have kinds of their own, and tell a party of one event at most once', () => {
    expect(new Set(rules.map(({ kind }) => kind)).size).toBe(rules.length);
    for (const those of Object.values(RULES)) {
      expect(new Set(those.map(({ to }) => to)).size).toBe(those.length);
    }
  });
});
