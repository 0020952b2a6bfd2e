import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { AuditTrail, notePersonalDataViewed, type Access } from '@nqi/platform';
import type { EnterpriseView } from './enterprise-view.js';
import { EnterprisesQuery } from './enterprises.query.js';

/** Shows name and telephone of an enterprise's contact in full; who looked and why is on record before they see it. */
@Injectable()
export class ViewContactHandler {
  constructor(
    private readonly enterprises: EnterprisesQuery,
    private readonly trail: AuditTrail,
    private readonly database: Database,
  ) {}

  execute(access: Access, uscc: string, reason: string): Promise<EnterpriseView['contact']> {
    return this.database.transaction(async () => {
      const { contact, uscc: id } = await this.enterprises.readInFull(access, uscc);
      await notePersonalDataViewed(this.trail, { kind: 'enterprise', id }, reason);
      return contact;
    });
  }
}
