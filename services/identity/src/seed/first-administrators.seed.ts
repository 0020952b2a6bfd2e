import { randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail } from '@nqi/platform';
import { AccountRepository } from '../accounts/account.repository.js';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { PasswordLinkIssuer } from '../credentials/password-link.issuer.js';

const HUB = 'HUB-370400';
/** Three people who watch each other; everybody else's account comes, directly or not, from one of them. */
const FIRST = [
  { username: 'system-administrator', role: 'system_administrator', displayName: '系统管理员' },
  { username: 'security-administrator', role: 'security_administrator', displayName: '安全管理员' },
  { username: 'audit-administrator', role: 'audit_administrator', displayName: '审计管理员' },
];
const ANYBODY_YET = `
  SELECT EXISTS (
    SELECT 1 FROM session s JOIN user_account a ON a.id = s.user_id WHERE a.username = ANY ($1::text[])) AS yes`;
const FIND = `SELECT id, username FROM user_account WHERE username = ANY ($1::text[]) AND NOT demonstration`;

/**
 * Makes the first three administrators of a production system and writes the one-time links by which they set their
 * passwords into a file for its owner's eyes. Again makes new links, until one of the three has signed in: from then
 * on it does nothing.
 */
export async function seedFirstAdministrators(app: INestApplicationContext, file: string, at: Date): Promise<void> {
  const database = app.get(Database);
  const names = FIRST.map(({ username }) => username);
  const [begun] = await database.query<{ yes: boolean }>(ANYBODY_YET, [names]);
  if (begun?.yes) return;
  // Nobody knows the password behind this hash.
  const passwordHash = await app.get(PasswordHasher).hash(randomBytes(32).toString('base64url'));
  const links = await database.transaction(async () => {
    await app.get(AccountRepository).addNew(
      FIRST.map(({ username, role, displayName }) => ({
        ...{ id: newId(), username, displayName, roles: [role], organizationId: HUB },
        ...{ passwordHash, active: true, demonstration: false, changedAt: at },
      })),
    );
    const accounts = await database.query<{ id: string; username: string }>(FIND, [names]);
    const made = [];
    for (const { id, username } of accounts) {
      made.push({ username, ...(await app.get(PasswordLinkIssuer).issue(id, 'bootstrap', at)) });
      const subject = { kind: 'account', id };
      await app.get(AuditTrail).note({ action: 'bootstrap.link-made', outcome: 'success', subject });
    }
    return made;
  });
  await writeFile(file, `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}
