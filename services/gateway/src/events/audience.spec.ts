import type { Principal } from '@nqi/platform';
import { placesFor, placesOf, readLiveUpdate } from './audience.js';

const HUB = 'PROV-370000/HUB-370400';
const TENGZHOU = `${HUB}/WS-370481`;

const caller = (fields: Partial<Principal>): Principal => ({
  userId: 'u',
  username: 'u',
  displayName: 'u',
  roles: ['clerk'],
  organizationId: 'WS-370481',
  organizationKind: 'node',
  organizationName: 'x',
  ...fields,
});
const hears = (who: Partial<Principal>, audience: { organizationId?: string; nodePath?: string }): boolean =>
  placesOf(audience).some((place) => placesFor(caller(who)).includes(place));

describe('who hears of an update', () => {
  it('is nobody who only acts for an organisation', () => {
    const acting = { delegationId: 'd', agentId: 'a', permissions: ['request.read'] };

    expect(hears({ organizationId: 'e', organizationKind: 'enterprise', acting }, { organizationId: 'e' })).toBe(false);
    expect(hears({ organizationId: 'e', organizationKind: 'enterprise' }, { organizationId: 'e' })).toBe(true);
  });

  it('is the office it concerns and every office above it', () => {
    const audience = { nodePath: TENGZHOU };

    expect(hears({ nodePath: TENGZHOU }, audience)).toBe(true);
    expect(hears({ nodePath: HUB }, audience)).toBe(true);
    expect(hears({ nodePath: 'PROV-370000' }, audience)).toBe(true);
  });

  it('is no sibling, no office below and nobody with a path that only begins alike', () => {
    const audience = { nodePath: TENGZHOU };

    expect(hears({ nodePath: `${HUB}/WS-370402` }, audience)).toBe(false);
    expect(hears({ nodePath: `${TENGZHOU}/WS-370481901` }, audience)).toBe(false);
    expect(hears({ nodePath: `${HUB}/WS-37048` }, audience)).toBe(false);
  });

  it('is the organisation it is addressed to, whatever its kind', () => {
    expect(hears({ organizationId: 'USCC-1', organizationKind: 'enterprise' }, { organizationId: 'USCC-1' })).toBe(
      true,
    );
    expect(hears({ organizationId: 'ORG005', organizationKind: 'institution' }, { organizationId: 'ORG005' })).toBe(
      true,
    );
    expect(hears({ organizationId: 'USCC-2', organizationKind: 'enterprise' }, { organizationId: 'USCC-1' })).toBe(
      false,
    );
  });

  it('is not an enterprise that lies in the office, even if its token names a path', () => {
    expect(hears({ organizationKind: 'enterprise', nodePath: TENGZHOU }, { nodePath: TENGZHOU })).toBe(false);
  });

  it('does not confuse an organisation with an office of the same name', () => {
    expect(hears({ organizationId: 'PROV-370000', organizationKind: 'enterprise' }, { nodePath: 'PROV-370000' })).toBe(
      false,
    );
  });
});

describe('readLiveUpdate', () => {
  const update = { audience: { nodePath: TENGZHOU }, subject: 'ticket', id: 't', cause: 'nqi.routing.v1.TicketRouted' };

  it('reads what services send', () => {
    expect(readLiveUpdate(JSON.stringify(update))).toEqual(update);
  });

  it.each(['', 'null', '[]', '{}', JSON.stringify({ ...update, audience: {} }), JSON.stringify({ ...update, id: 7 })])(
    'overlooks %j',
    (message) => {
      expect(readLiveUpdate(message)).toBeUndefined();
    },
  );
});
