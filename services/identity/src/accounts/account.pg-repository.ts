import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { FieldCipher } from '@nqi/platform';
import { contactPhonePlace } from '../fields/sealed-places.js';
import type { OrganizationKind } from '../organizations/organization.js';
import { userChanged } from './account.messages.js';
import { usernameKey, type Account, type AccountProfile, type NewAccount } from './account.js';
import { AccountRepository, type Credentials } from './account.repository.js';

const ADD_NEW = `
  INSERT INTO user_account (id, username, display_name, roles, organization_id, password_hash, active, demonstration,
                            changed_at, has_password)
  SELECT id, username, "displayName", ARRAY(SELECT jsonb_array_elements_text(roles)), "organizationId", "passwordHash",
         active, demonstration, "changedAt", coalesce("hasPassword", true)
  FROM jsonb_to_recordset($1::jsonb) AS given (
    id uuid, username text, "displayName" text, roles jsonb, "organizationId" text, "passwordHash" text,
    active boolean, demonstration boolean, "changedAt" timestamptz, "hasPassword" boolean)
  ON CONFLICT DO NOTHING
  RETURNING id`;
const PROFILE = `
  SELECT a.id, a.username, a.display_name, a.roles, a.organization_id, a.active, a.changed_at, a.password_hash, a.demonstration,
         o.kind, o.name, o.region_code, o.park_code, o.node_path, o.contact_name, o.contact_phone
  FROM user_account a JOIN organization o ON o.id = a.organization_id`;
const BY_USERNAME = `${PROFILE} WHERE lower(a.username) = $1`;
const ACTIVE_BY_ID = `${PROFILE} WHERE a.id = $1 AND a.active`;
const SET_PASSWORD = `UPDATE user_account SET password_hash = $2, changed_at = $3, has_password = true WHERE id = $1`;
const HAS_PASSWORD = `SELECT has_password FROM user_account WHERE id = $1`;

interface ProfileRow {
  id: string;
  username: string;
  display_name: string;
  roles: string[];
  organization_id: string;
  active: boolean;
  changed_at: Date;
  password_hash: string;
  demonstration: boolean;
  kind: OrganizationKind;
  name: string;
  region_code: string | null;
  park_code: string | null;
  node_path: string | null;
  contact_name: string | null;
  contact_phone: string | null;
}

@Injectable()
export class PgAccountRepository extends AccountRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  addNew(accounts: readonly NewAccount[]): Promise<Account[]> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string }>(ADD_NEW, [JSON.stringify(accounts)]);
      const ids = new Set(rows.map(({ id }) => id));
      const added = accounts.filter(({ id }) => ids.has(id));
      await this.outbox.append(added.map(userChanged));
      return added;
    });
  }

  async credentialsOf(username: string): Promise<Credentials | undefined> {
    const [row] = await this.database.query<ProfileRow>(BY_USERNAME, [usernameKey(username)]);
    return row && { profile: this.profileOf(row), passwordHash: row.password_hash };
  }

  async activeProfile(userId: string): Promise<AccountProfile | undefined> {
    const [row] = await this.database.query<ProfileRow>(ACTIVE_BY_ID, [userId]);
    return row && this.profileOf(row);
  }

  async setPassword(userId: string, passwordHash: string, at: Date): Promise<void> {
    await this.database.write(SET_PASSWORD, [userId, passwordHash, at]);
  }

  async hasPassword(userId: string): Promise<boolean> {
    const [row] = await this.database.query<{ has_password: boolean }>(HAS_PASSWORD, [userId]);
    return row?.has_password ?? false;
  }

  private profileOf(row: ProfileRow): AccountProfile {
    const phone = row.contact_phone && this.cipher.open(row.contact_phone, contactPhonePlace(row.organization_id));
    return toProfile({ ...row, contact_phone: phone });
  }
}

function toProfile(row: ProfileRow): AccountProfile {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    roles: row.roles,
    organizationId: row.organization_id,
    active: row.active,
    changedAt: row.changed_at,
    demonstration: row.demonstration,
    organization: {
      kind: row.kind,
      name: row.name,
      regionCode: row.region_code ?? undefined,
      parkCode: row.park_code ?? undefined,
      nodePath: row.node_path ?? undefined,
      contactName: row.contact_name ?? undefined,
      contactPhone: row.contact_phone ?? undefined,
    },
  };
}
