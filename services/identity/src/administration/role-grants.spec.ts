import { ROLES } from '@nqi/platform';
import { GRANTS, ROLE_HOMES, assertMayKeep, assertRolesFit } from './role-grants.js';

const HUB = { kind: 'node', nodePath: 'PROV-370000/HUB-370400' } as const;
const STATION = { kind: 'node', nodePath: 'PROV-370000/HUB-370400/WS-370481' } as const;
const ENTERPRISE = { kind: 'enterprise' } as const;

describe('roles', () => {
  it('all have a home, and none is given away that does not exist', () => {
    expect(Object.keys(ROLE_HOMES).sort()).toEqual([...ROLES].sort());
    for (const role of [...Object.keys(GRANTS), ...Object.values(GRANTS).flat()]) expect(ROLES).toContain(role);
  });

  it('are all given by somebody, but for the audit administrator and the security administrator', () => {
    const given = new Set(Object.values(GRANTS).flat());

    expect(ROLES.filter((role) => !given.has(role))).toEqual(['security_administrator', 'audit_administrator']);
  });

  it.each([
    ['a clerk at an enterprise', ['clerk'], ENTERPRISE],
    ['an administrator at a workstation', ['administrator'], STATION],
    ['a provincial liaison at the hub', ['province'], HUB],
    ['a role that nobody knows', ['emperor'], HUB],
    ['an object’s own words', ['constructor'], HUB],
  ])('are refused: %s', (_, roles, holder) => {
    expect(() => assertRolesFit(roles, holder)).toThrow(
      expect.objectContaining({ code: 'ROLE.NOT_OF_ORGANIZATION', pointer: '/roles' }),
    );
  });

  it.each([
    [['system_administrator', 'security_administrator']],
    [['system_administrator', 'audit_administrator']],
    [['security_administrator', 'audit_administrator']],
    [['administrator', 'auditor']],
    [['administrator', 'security_administrator']],
  ])('never meet in one person: %j', (roles) => {
    expect(() => assertRolesFit(roles, HUB)).toThrow(expect.objectContaining({ code: 'ROLE.NOT_TOGETHER' }));
  });

  it('of one line may meet', () => {
    expect(() => assertRolesFit(['dispatcher', 'catalogue_editor', 'administrator'], HUB)).not.toThrow();
  });

  it('are kept by those of the level alone', () => {
    expect(() => assertMayKeep(['lead'], ['clerk'])).not.toThrow();
    for (const [keeper, role] of [
      ['lead', 'lead'],
      ['administrator', 'administrator'],
      ['administrator', 'auditor'],
      ['security_administrator', 'audit_administrator'],
      ['security_administrator', 'clerk'],
      ['enterprise_member', 'enterprise_member'],
      ['clerk', 'clerk'],
    ] as const)
      expect(() => assertMayKeep([keeper], [role])).toThrow(expect.objectContaining({ code: 'ROLE.NOT_YOURS' }));
  });
});
