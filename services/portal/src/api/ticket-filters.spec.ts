import { filtersOf, isSameFilter, queryOf } from './ticket-filters.js';

describe('filters of the queue', () => {
  it.each([
    {},
    { node: 'WS-370481', subtree: true },
    { node: 'WS-370481' },
    { status: 'ROUTED,ACCEPTED', mine: true, q: '隆博' },
    { enterpriseUscc: '91370481XD4164886N', requestId: '0190a000-0000-7000-8000-000000000009' },
  ])('are asked for as they were saved: %j', (saved) => {
    expect(JSON.parse(JSON.stringify(queryOf(filtersOf(saved))))).toEqual(saved);
  });

  it('of an office take in those below it unless the address says otherwise', () => {
    expect(queryOf({ node: 'WS-370481' })).toEqual({ node: 'WS-370481', subtree: true });
    expect(queryOf({ exact: true })).toEqual({});
  });

  it('are the same when they show the same, whatever is left unsaid', () => {
    expect(isSameFilter({ mine: true, status: undefined }, { status: '', mine: true })).toBe(true);
    expect(isSameFilter({ q: 'a', mine: true }, { mine: true, q: 'a', exact: false })).toBe(true);
    expect(isSameFilter({ node: 'WS-370481' }, { node: 'WS-370481', exact: true })).toBe(false);
    expect(isSameFilter({}, { mine: true })).toBe(false);
  });
});
