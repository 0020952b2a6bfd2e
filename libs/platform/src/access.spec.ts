import { Access } from './access.js';
import { POLICY, reachOf, type Permission } from './policy.js';
import { ROLES, type Principal } from './principal.js';

const principal = (fields: Partial<Principal>): Principal => ({
  userId: 'u',
  username: 'u',
  displayName: 'u',
  roles: [],
  organizationId: 'X',
  organizationKind: 'node',
  organizationName: 'X',
  ...fields,
});
const TENGZHOU = 'PROV-370000/HUB-370400/WS-370481';
const staff = principal({ organizationId: 'WS-370481', nodePath: TENGZHOU });

describe('Access', () => {
  it('reaches the own office and what hangs below it, but no sibling and no parent', () => {
    const access = new Access(staff, 'ticket.read', 'subtree');

    expect(access.covers({ nodePath: TENGZHOU })).toBe(true);
    expect(access.covers({ nodePath: `${TENGZHOU}/WS-370481901` })).toBe(true);
    expect(access.covers({ nodePath: `${TENGZHOU}9` })).toBe(false);
    expect(access.covers({ nodePath: 'PROV-370000/HUB-370400' })).toBe(false);
    expect(access.covers({})).toBe(false);
  });

  it('keeps a park below out of a reach of one node', () => {
    expect(new Access(staff, 'ticket.accept', 'node').covers({ nodePath: `${TENGZHOU}/WS-370481901` })).toBe(false);
  });

  it('lets an enterprise reach only its own rows', () => {
    const access = new Access(
      principal({ organizationKind: 'enterprise', organizationId: 'A' }),
      'request.read',
      'own',
    );

    expect(access.covers({ enterpriseUscc: 'A', institutionId: 'B' })).toBe(true);
    expect(access.covers({ enterpriseUscc: 'B', institutionId: 'A' })).toBe(false);
  });

  it('gives one who acts for an enterprise what was left to them and nothing else', () => {
    const acting = { delegationId: 'd', agentId: 'B', permissions: ['request.read'] };
    const agent = principal({
      roles: ['enterprise_member'],
      organizationKind: 'enterprise',
      organizationId: 'A',
      acting,
    });

    expect(Access.of(agent, 'request.read')?.covers({ enterpriseUscc: 'A' })).toBe(true);
    expect(Access.of(agent, 'request.file')).toBeUndefined();
  });

  it('says in SQL what it says of one row', () => {
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;

    expect(new Access(staff, 'ticket.read', 'subtree').condition({ nodePath: 't.node_path' }, bind)).toBe(
      '(t.node_path = $1 OR t.node_path LIKE $2)',
    );
    expect(values).toEqual([TENGZHOU, `${TENGZHOU}/%`]);
    expect(new Access(staff, 'job.read', 'own').condition({ enterpriseUscc: 'e' }, bind)).toBe('FALSE');
  });
});

describe('policy', () => {
  it('gives the widest reach of several roles', () => {
    expect(reachOf(['clerk', 'lead'], 'ticket.accept')).toBe('subtree');
    expect(reachOf(['clerk'], 'ticket.accept')).toBe('node');
  });

  it('gives nothing to nobody', () => {
    for (const permission of Object.keys(POLICY) as Permission[]) expect(reachOf([], permission)).toBeUndefined();
  });

  it('never lets staff rate, an auditor change, or an enterprise handle tickets', () => {
    expect(ROLES.filter((role) => reachOf([role], 'request.rate'))).toEqual(['enterprise_owner', 'enterprise_member']);
    for (const permission of Object.keys(POLICY) as Permission[]) {
      if (!permission.endsWith('.read')) expect(reachOf(['auditor'], permission)).toBeUndefined();
      if (permission.startsWith('ticket.')) expect(reachOf(['enterprise_owner'], permission)).toBeUndefined();
    }
  });
});
