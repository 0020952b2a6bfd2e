import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DemonstrationAccount } from './demonstration-accounts.js';

/** Lists the accounts, without their password, for programs that drive the system. A reader never sees half a file. */
export async function writeAccountsFile(file: string, accounts: readonly DemonstrationAccount[]): Promise<void> {
  const lines = accounts.map(({ username, role, organization, domains }) => ({
    username,
    role,
    organization: organization.id,
    organizationName: organization.name,
    regionCode: organization.regionCode,
    domains,
  }));
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(lines, null, 2)}\n`);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
