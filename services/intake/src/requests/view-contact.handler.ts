import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { AuditTrail, ContactPhones, notePersonalDataViewed, type Access } from '@nqi/platform';
import { assertReaches, ownershipOf, unknownRequest } from './request.policy.js';
import { RequestReads } from './request-reads.repository.js';
import type { RequestState } from './request.js';

/** Shows the telephone of a request's contact in full; who looked and why is on record before they see it. */
@Injectable()
export class ViewContactHandler {
  constructor(
    private readonly reads: RequestReads,
    private readonly phones: ContactPhones,
    private readonly trail: AuditTrail,
    private readonly database: Database,
  ) {}

  /** Throws `not_found` for a request that is out of the caller's reach. */
  execute(access: Access, id: string, reason: string): Promise<RequestState['contact']> {
    return this.database.transaction(async () => {
      const stored = await this.reads.find(id);
      if (!stored) throw unknownRequest();
      assertReaches(access, ownershipOf(stored.state));
      await notePersonalDataViewed(this.trail, { kind: 'request', id }, reason);
      const { name, phone } = stored.state.contact;
      return { name, phone: this.phones.open(phone, id) };
    });
  }
}
