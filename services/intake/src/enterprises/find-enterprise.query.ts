import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { EnterpriseRepository, type Enterprise } from './enterprise.repository.js';

const FRESH_MS = 60_000;
const MOST_KNOWN = 5_000;

/** Registered enterprises by USCC. Those found are remembered for a minute; those not found never are. */
@Injectable()
export class FindEnterpriseQuery {
  private readonly known = new Map<string, { enterprise: Enterprise; until: number }>();

  constructor(
    private readonly enterprises: EnterpriseRepository,
    private readonly clock: Clock,
  ) {}

  async execute(uscc: string): Promise<Enterprise | undefined> {
    const now = this.clock.now().getTime();
    const remembered = this.known.get(uscc);
    if (remembered && remembered.until > now) return remembered.enterprise;
    this.known.delete(uscc);
    const enterprise = await this.enterprises.find(uscc);
    if (!enterprise) return undefined;
    const oldest = this.known.size >= MOST_KNOWN ? this.known.keys().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(uscc, { enterprise, until: now + FRESH_MS });
    return enterprise;
  }
}
