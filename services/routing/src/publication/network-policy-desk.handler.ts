import type { Clock, TwoPersonRule } from '@nqi/kernel';
import { PublicationDesk, type Idempotency } from '@nqi/platform';
import type { NetworkRepository } from '../network/network.repository.js';
import type { NetworkPolicyRepository } from './network-policy.repository.js';

/** All that people do with one kind of policy that decisions about tickets are made by. */
export class NetworkPolicyDesk<Content extends object> extends PublicationDesk<Content> {
  /** `operation` names its drafting to the idempotency store. */
  constructor(
    operation: string,
    rule: TwoPersonRule<Content>,
    policies: NetworkPolicyRepository<Content>,
    networks: NetworkRepository,
    idempotency: Idempotency,
    clock: Clock,
  ) {
    const inForce = async () => {
      const { version } = await networks.current();
      return (await policies.publishedAt(clock.now(), version))?.version;
    };
    super(operation, rule, policies, inForce, idempotency, clock);
  }
}
