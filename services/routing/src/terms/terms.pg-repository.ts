import { Injectable } from '@nestjs/common';
import { CalendarRepository } from './calendar.repository.js';
import { SlaPolicyRepository } from './sla-policies.repository.js';
import { SHIPPED_POLICY, type SlaPolicy } from '../clocks/sla-policy.js';
import { TermsRepository } from '../clocks/terms.repository.js';
import type { Terms } from '../clocks/ticket-clocks.js';

@Injectable()
export class PgTermsRepository extends TermsRepository {
  private readonly known = new Map<string, SlaPolicy>();
  private seen: { readonly networkVersion: number; readonly calendar: Terms['calendar'] } | undefined;

  constructor(
    private readonly policies: SlaPolicyRepository,
    private readonly calendars: CalendarRepository,
  ) {
    super();
  }

  async of({ policyVersion, calendarVersion }: { policyVersion: string; calendarVersion: number }): Promise<Terms> {
    return { policy: await this.policy(policyVersion), calendar: await this.calendars.edition(calendarVersion) };
  }

  async inForce(at: Date, networkVersion: number): Promise<Terms> {
    const published = await this.policies.publishedAt(at, networkVersion);
    if (this.seen?.networkVersion !== networkVersion) {
      this.seen = { networkVersion, calendar: await this.calendars.newest() };
    }
    return {
      policy: published ? this.remembered(published) : SHIPPED_POLICY,
      calendar: this.seen.calendar,
    };
  }

  private async policy(version: string): Promise<SlaPolicy> {
    const known = this.known.get(version);
    if (known) return known;
    const stored = await this.policies.get(version);
    if (stored) return this.remembered(stored);
    if (version === SHIPPED_POLICY.version) return SHIPPED_POLICY;
    throw new Error(`a ticket names the policy ${version}, which is not stored`);
  }

  /** A content stored before a field was added gets the shipped value. */
  private remembered({ version, content }: SlaPolicy): SlaPolicy {
    const known = this.known.get(version) ?? { version, content: { ...SHIPPED_POLICY.content, ...content } };
    this.known.set(version, known);
    return known;
  }
}
