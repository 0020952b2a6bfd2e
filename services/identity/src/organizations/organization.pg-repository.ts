import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { FieldCipher } from '@nqi/platform';
import { contactPhonePlace } from '../fields/sealed-places.js';
import { organizationRegistered } from './organization.messages.js';
import type { Organization } from './organization.js';
import { OrganizationRepository } from './organization.repository.js';

const ADD_NEW = `
  INSERT INTO organization (id, kind, name, uscc, region_code, park_code, industry_code, scale, node_path,
                            contact_name, contact_phone, registered_at)
  SELECT id, kind, name, uscc, "regionCode", "parkCode", "industryCode", scale, "nodePath",
         "contactName", "contactPhone", "registeredAt"
  FROM jsonb_to_recordset($1::jsonb) AS given (
    id text, kind text, name text, uscc text, "regionCode" text, "parkCode" text, "industryCode" text, scale text,
    "nodePath" text, "contactName" text, "contactPhone" text, "registeredAt" timestamptz)
  ON CONFLICT (id) DO NOTHING
  RETURNING id`;
const RENAME = `UPDATE organization SET name = $2 WHERE id = $1 AND kind = 'institution' AND name <> $2`;

@Injectable()
export class PgOrganizationRepository extends OrganizationRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  addNew(organizations: readonly Organization[]): Promise<Organization[]> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string }>(ADD_NEW, [
        JSON.stringify(organizations.map((one) => this.sealed(one))),
      ]);
      const ids = new Set(rows.map(({ id }) => id));
      const added = organizations.filter(({ id }) => ids.has(id));
      await this.outbox.append(added.map(organizationRegistered));
      return added;
    });
  }

  async renameInstitution(id: string, name: string): Promise<void> {
    await this.database.write(RENAME, [id, name]);
  }

  private sealed(organization: Organization): Organization {
    const { id, contactPhone } = organization;
    if (!contactPhone) return organization;
    return { ...organization, contactPhone: this.cipher.seal(contactPhone, contactPhonePlace(id)) };
  }
}
