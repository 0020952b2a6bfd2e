import { ROLES } from '@nqi/platform';
import { demoCapabilities } from '@nqi/reference-data';
import { demonstrationAccounts } from './demonstration-accounts.js';
import { institutionOrganizations, nodeOrganizations, sampleEnterprises } from './reference-organizations.source.js';

const AT = new Date('2026-11-24T02:00:00Z');
const nodes = nodeOrganizations(AT);
const institutions = institutionOrganizations(AT);
const enterprises = sampleEnterprises(AT);
const domainsOf = new Map([
  ['ORG005', ['metrology']],
  ['ORG011', ['metrology', 'testing']],
]);
const accounts = demonstrationAccounts({ nodes, institutions, enterprises, domainsOf });
const account = (username: string) => accounts.find((candidate) => candidate.username === username);

describe('reference organisations', () => {
  it('hang the nodes in a tree from the province down', () => {
    const paths = new Map(nodes.map(({ id, nodePath }) => [id, nodePath]));

    expect(paths.get('PROV-370000')).toBe('PROV-370000');
    expect(paths.get('WS-370481')).toBe('PROV-370000/HUB-370400/WS-370481');
    expect(paths.get('WS-370481901')).toBe('PROV-370000/HUB-370400/WS-370481/WS-370481901');
    expect(paths.get('WS-370471')).toBe('PROV-370000/HUB-370400/WS-370471');
    expect(paths.get('WS-370406405')).toBe('PROV-370000/HUB-370400/WS-370406/WS-370406405');
  });

  it('are 300 enterprises and 40 institutions with ids of their own', () => {
    expect(enterprises).toHaveLength(300);
    expect(institutions).toHaveLength(40);
    expect(new Set([...nodes, ...enterprises, ...institutions].map(({ id }) => id)).size).toBe(nodes.length + 340);
  });

  it('put an enterprise of the high-tech zone into the zone and into no park', () => {
    expect(enterprises.filter(({ regionCode }) => regionCode === '370471').map(({ parkCode }) => parkCode)).toEqual(
      Array(33).fill(undefined),
    );
  });
});

describe('demonstration accounts', () => {
  it('have one enterprise per district, outside the parks', () => {
    const owners = accounts.filter(({ role }) => role === 'enterprise_owner');

    expect(owners.map(({ username }) => username).sort()).toEqual(
      ['370402', '370403', '370404', '370405', '370406', '370471', '370481'].map((code) => `ent-${code}`),
    );
    for (const { username, organization } of owners) {
      expect(username).toBe(`ent-${organization.regionCode}`);
      expect(organization.parkCode).toBeUndefined();
    }
  });

  it('have a clerk and a lead for every node', () => {
    for (const { id } of nodes) {
      expect(account(`clerk-${id}`)).toMatchObject({ role: 'clerk', organization: { id } });
      expect(account(`lead-${id}`)).toMatchObject({ role: 'lead', organization: { id } });
    }
  });

  it('have three people for each institution that can be asked for something', () => {
    for (const role of ['technician', 'reviewer', 'approver']) {
      expect(account(`${role}-ORG011`)).toMatchObject({ role, domains: ['metrology', 'testing'] });
    }
    expect(account('technician-ORG040')).toBeUndefined();
  });

  it('have three people of the principal institution for each technical domain', () => {
    expect(account('technician-metrology')?.organization.id).toBe('ORG005');
    expect(account('reviewer-standards')?.organization.id).toBe('ORG023');
    expect(account('approver-testing')?.organization.id).toBe('ORG006');
    expect(account('technician-certification')).toMatchObject({
      organization: { id: 'ORG028' },
      domains: ['certification'],
    });
  });

  it('have those who look after the whole', () => {
    for (const username of ['dispatcher', 'administrator', 'catalogue_editor', 'auditor']) {
      expect(account(username)).toMatchObject({ role: username, organization: { id: 'HUB-370400' } });
    }
    expect(account('province')?.organization.id).toBe('PROV-370000');
  });

  it('have only roles that exist and names that differ', () => {
    expect(accounts.filter(({ role }) => !(ROLES as readonly string[]).includes(role))).toEqual([]);
    expect(new Set(accounts.map(({ username }) => username.toLowerCase())).size).toBe(accounts.length);
  });

  it('say so when the reference data lacks an institution that can be asked', () => {
    const gone = new Map([['ORG999', ['testing']]]);

    expect(() => demonstrationAccounts({ nodes, institutions, enterprises, domainsOf: gone })).toThrow('ORG999');
    expect(new Set(demoCapabilities().map(({ institutionId }) => institutionId)).has('ORG999')).toBe(false);
  });
});
