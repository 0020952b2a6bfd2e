import type { Delegation } from './delegation.js';

/** With the names of both, for people. */
export interface NamedDelegation extends Delegation {
  readonly enterpriseName: string;
  readonly agentName: string;
}

export abstract class DelegationRepository {
  /** Throws `invalid` when the agent is no enterprise that is registered here. */
  abstract add(delegation: Delegation): Promise<void>;

  /** Given and received by an enterprise, the latest first. */
  abstract listOf(enterpriseId: string): Promise<NamedDelegation[]>;

  abstract find(id: string): Promise<NamedDelegation | undefined>;

  /** False when it is not the enterprise's or was revoked. */
  abstract revoke(enterpriseId: string, id: string, at: Date): Promise<boolean>;
}
