import { Injectable } from '@nestjs/common';
import type { Publication } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { SlaPolicyContent } from '../clocks/sla-policy.js';
import { PgNetworkPolicyRepository } from '../publication/network-policy.pg-repository.js';
import { SLA_POLICIES } from './sla-policies.js';
import { ADD_TERMS_CHANGE } from './terms-changes.pg-repository.js';

@Injectable()
export class PgSlaPolicyRepository extends PgNetworkPolicyRepository<SlaPolicyContent> {
  constructor(database: Database) {
    super(database, 'sla_policy', SLA_POLICIES.errors);
  }

  /** Open tickets are looked through from the effective instant on, unless they keep what they were promised. */
  protected override async onPublished({
    version,
    content,
    effectiveFrom,
  }: Publication<SlaPolicyContent>): Promise<void> {
    if (content.openTickets === 'keep') return;
    await this.database.write(ADD_TERMS_CHANGE, ['POLICY', version, content.openTickets, effectiveFrom]);
  }
}
