import type { Happening, Parties } from '../happenings/happening.js';
import { pageUpdatesOf } from './page-update.js';

const happening = (parties: Parties, subjects: Happening['subjects']): Happening => ({
  type: 'x',
  eventId: 'e',
  at: new Date(0),
  parties,
  subjects,
  facts: {},
});

describe('pageUpdatesOf', () => {
  it('shows a filed request to its enterprise alone', () => {
    expect(pageUpdatesOf(happening({ enterprise: 'E' }, { request: 'r' }))).toEqual([
      { organizationId: 'E', subject: 'request', id: 'r' },
    ]);
  });

  it('shows a transferred ticket to both offices', () => {
    const parties = { enterprise: 'E', office: 'P/H/new', formerOffice: 'P/H/old', institution: 'I' };

    expect(pageUpdatesOf(happening(parties, { request: 'r', ticket: 't' }))).toEqual([
      { organizationId: 'E', subject: 'request', id: 'r' },
      { nodePath: 'P/H/new', subject: 'ticket', id: 't' },
      { nodePath: 'P/H/old', subject: 'ticket', id: 't' },
    ]);
  });

  it('shows a job to its institution and to the office, whose ticket moves with it', () => {
    const parties = { enterprise: 'E', office: 'P/H', institution: 'I' };

    expect(pageUpdatesOf(happening(parties, { request: 'r', ticket: 't', job: 'j' }))).toEqual([
      { organizationId: 'E', subject: 'request', id: 'r' },
      { nodePath: 'P/H', subject: 'ticket', id: 't' },
      { nodePath: 'P/H', subject: 'job', id: 'j' },
      { organizationId: 'I', subject: 'job', id: 'j' },
    ]);
  });

  it('shows nothing to nobody', () => {
    expect(pageUpdatesOf(happening({}, { request: 'r', ticket: 't', job: 'j' }))).toEqual([]);
  });
});
