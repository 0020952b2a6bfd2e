import type { Organization } from '../organizations/organization.js';

/** One line of the list of demonstration accounts. */
export interface DemonstrationAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly organization: Organization;
  /** What the account's institution can be asked for. */
  readonly domains?: readonly string[];
}

/** Who stands for a domain where one account is enough. */
const PRINCIPALS: Readonly<Record<string, string>> = {
  metrology: 'ORG005',
  standards: 'ORG023',
  testing: 'ORG006',
  certification: 'ORG028',
};

const OFFICE_ROLES = { clerk: '受理员', lead: '站长' } as const;
const INSTITUTION_ROLES = { technician: '检测员', reviewer: '审核员', approver: '批准人' } as const;
const TRIO = [
  ['system_administrator', '系统管理员', 'HUB-370400'],
  ['security_administrator', '安全管理员', 'HUB-370400'],
  ['audit_administrator', '审计管理员', 'HUB-370400'],
] as const;
const OVERSIGHT: readonly (readonly [username: string, title: string, node: string])[] = [
  ['dispatcher', '调度员', 'HUB-370400'],
  ['administrator', '管理员', 'HUB-370400'],
  ['catalogue_editor', '事项管理员', 'HUB-370400'],
  ['auditor', '审计员', 'HUB-370400'],
  ['province', '省级联络员', 'PROV-370000'],
  ...TRIO,
];

interface Cast {
  readonly nodes: readonly Organization[];
  readonly enterprises: readonly Organization[];
  readonly institutions: readonly Organization[];
  /** Domains of each institution that can be asked for something. */
  readonly domainsOf: ReadonlyMap<string, readonly string[]>;
}

/** Everybody a demonstration needs, in a fixed order. Throws when the reference data lacks one of them. */
export function demonstrationAccounts(cast: Cast): DemonstrationAccount[] {
  return [...owners(cast), ...officers(cast), ...overseers(cast), ...experts(cast), ...principals(cast)];
}

/** One enterprise per district, one outside any park where there is one. */
function owners({ nodes, enterprises }: Cast): DemonstrationAccount[] {
  const districts = nodes.filter(({ nodePath }) => nodePath?.split('/').length === 3);
  return districts.map(({ regionCode = '' }) => {
    const local = enterprises.filter((enterprise) => enterprise.regionCode === regionCode);
    const organization = local.find(({ parkCode }) => !parkCode) ?? local[0];
    if (!organization) throw new Error(`no sample enterprise in ${regionCode}`);
    return {
      username: `ent-${regionCode}`,
      displayName: organization.contactName ?? organization.name,
      role: 'enterprise_owner',
      organization,
    };
  });
}

function officers({ nodes }: Cast): DemonstrationAccount[] {
  return nodes.flatMap((organization) =>
    Object.entries(OFFICE_ROLES).map(([role, title]) => ({
      username: `${role}-${organization.id}`,
      displayName: `${organization.name}${title}`,
      role,
      organization,
    })),
  );
}

function overseers({ nodes }: Cast): DemonstrationAccount[] {
  return OVERSIGHT.map(([username, title, node]) => {
    const organization = require(nodes, node);
    return { username, displayName: `${organization.name}${title}`, role: username, organization };
  });
}

function experts({ institutions, domainsOf }: Cast): DemonstrationAccount[] {
  return [...domainsOf].flatMap(([id, domains]) => staff(require(institutions, id), id, domains));
}

function principals({ institutions }: Cast): DemonstrationAccount[] {
  return Object.entries(PRINCIPALS).flatMap(([domain, id]) => staff(require(institutions, id), domain, [domain]));
}

const staff = (organization: Organization, suffix: string, domains: readonly string[]): DemonstrationAccount[] =>
  Object.entries(INSTITUTION_ROLES).map(([role, title]) => ({
    username: `${role}-${suffix}`,
    displayName: `${organization.name}${title}`,
    role,
    organization,
    domains,
  }));

function require(organizations: readonly Organization[], id: string): Organization {
  const found = organizations.find((organization) => organization.id === id);
  if (!found) throw new Error(`the reference data has no ${id}`);
  return found;
}
