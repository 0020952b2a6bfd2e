import type { SlaPolicyContent } from '../clocks/sla-policy.js';
import { NetworkPolicyRepository } from '../publication/network-policy.repository.js';

/** Where service-level policies are kept. */
export abstract class SlaPolicyRepository extends NetworkPolicyRepository<SlaPolicyContent> {}
