import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Idempotency } from '@nqi/platform';
import type { SlaPolicyContent } from '../clocks/sla-policy.js';
import { NetworkRepository } from '../network/network.repository.js';
import { NetworkPolicyDesk } from '../publication/network-policy-desk.handler.js';
import { SLA_POLICIES } from './sla-policies.js';
import { SlaPolicyRepository } from './sla-policies.repository.js';

@Injectable()
export class SlaPolicyDesk extends NetworkPolicyDesk<SlaPolicyContent> {
  constructor(policies: SlaPolicyRepository, networks: NetworkRepository, idempotency: Idempotency, clock: Clock) {
    super('sla-policy.draft', SLA_POLICIES, policies, networks, idempotency, clock);
  }
}
