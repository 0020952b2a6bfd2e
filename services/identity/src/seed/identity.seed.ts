import type { INestApplicationContext } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { ServiceSettings } from '@nqi/platform';
import { demoCapabilities } from '@nqi/reference-data';
import type { NewAccount } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { readAccountsFile, readBootstrapFile, readDemonstrationSettings } from '../identity.settings.js';
import { OrganizationRepository } from '../organizations/organization.repository.js';
import { writeAccountsFile } from './accounts.file-store.js';
import { DemonstrationAccountRepository } from './demonstration-account.repository.js';
import { demonstrationAccounts, type DemonstrationAccount } from './demonstration-accounts.js';
import { seedFirstAdministrators } from './first-administrators.seed.js';
import { resealFields } from './reseal-fields.seed.js';
import { institutionOrganizations, nodeOrganizations, sampleEnterprises } from './reference-organizations.source.js';

/**
 * The organisations of the reference data; in demonstration mode also the invented enterprises and the accounts with
 * the common password. Repeatable: only what is new is added and told of. In production mode demonstration accounts
 * that an earlier demonstration left behind are switched off. Fields are sealed anew after a change of keys.
 */
export async function seedIdentity(app: INestApplicationContext, { mode }: ServiceSettings): Promise<void> {
  const at = app.get(Clock).now();
  const nodes = nodeOrganizations(at);
  const institutions = institutionOrganizations(at);
  const accounts =
    mode === 'demonstration'
      ? await seedDemonstration(app, at, { nodes, institutions })
      : await seedProduction(app, at, [...nodes, ...institutions]);
  await resealFields(app);
  const bootstrapFile = readBootstrapFile();
  if (mode === 'production' && bootstrapFile) await seedFirstAdministrators(app, bootstrapFile, at);
  const file = readAccountsFile();
  if (file) await writeAccountsFile(file, accounts);
}

type Organizations = ReturnType<typeof nodeOrganizations>;

async function seedProduction(app: INestApplicationContext, at: Date, organizations: Organizations): Promise<[]> {
  await app.get(OrganizationRepository).addNew(organizations);
  await app.get(DemonstrationAccountRepository).switchAll(false, at);
  return [];
}

async function seedDemonstration(
  app: INestApplicationContext,
  at: Date,
  { nodes, institutions }: { nodes: Organizations; institutions: Organizations },
): Promise<DemonstrationAccount[]> {
  const enterprises = sampleEnterprises(at);
  const cast = { nodes, institutions, enterprises, domainsOf: domainsByInstitution() };
  const accounts = demonstrationAccounts(cast);
  const password = await commonPassword(app);
  const demonstration = app.get(DemonstrationAccountRepository);
  await app.get(Database).transaction(async () => {
    await app.get(OrganizationRepository).addNew([...nodes, ...institutions, ...enterprises]);
    if (password.changed) await demonstration.setPassword(password.hash, at);
    await demonstration.switchAll(true, at);
    await app.get(AccountRepository).addNew(accounts.map((account) => toNewAccount(account, password.hash, at)));
  });
  return accounts;
}

/** One hash for all of them: hashing takes long, and the password is the same. Kept while the password is. */
async function commonPassword(app: INestApplicationContext): Promise<{ hash: string; changed: boolean }> {
  const { password } = readDemonstrationSettings();
  const hasher = app.get(PasswordHasher);
  const [known, ...others] = await app.get(DemonstrationAccountRepository).passwordHashes();
  const kept = known !== undefined && others.length === 0 && (await hasher.verify(known, password));
  return kept ? { hash: known, changed: false } : { hash: await hasher.hash(password), changed: true };
}

function domainsByInstitution(): Map<string, string[]> {
  const domains = new Map<string, string[]>();
  for (const { institutionId, domain } of demoCapabilities()) {
    const known = domains.get(institutionId) ?? [];
    if (!known.includes(domain)) domains.set(institutionId, [...known, domain]);
  }
  return domains;
}

const toNewAccount = (account: DemonstrationAccount, passwordHash: string, at: Date): NewAccount => ({
  id: newId(),
  username: account.username,
  displayName: account.displayName,
  roles: [account.role],
  organizationId: account.organization.id,
  passwordHash,
  active: true,
  demonstration: true,
  changedAt: at,
});
