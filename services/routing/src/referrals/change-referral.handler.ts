import { Injectable } from '@nestjs/common';
import { Clock, type ServiceDomain } from '@nqi/kernel';
import { Access, assertVersion, reachOf } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { type Network } from '../network/network.js';
import { type ServiceNode } from '../network/service-node.js';
import { canTake } from './referral-candidates.js';
import { noSuchReferral, unfitCandidate } from './referral.errors.js';
import { type Referral, type ReferralAct } from './referral.js';
import { ReferralRepository, type StoredReferral } from './referral.repository.js';

/** Which referral a person wants to change, as that person saw it. */
export interface ReferralTarget {
  readonly referralId: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

/** Who may do a step: the office that holds the ticket, or the one that is asked. */
export type ReferralParty = 'owner' | 'partner';

/** What every change of a referral has in common: who, which version, under lock, when. */
@Injectable()
export class ChangeReferralHandler {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `not_found` for a referral the caller may not even see, `forbidden` for a step that is the other party's,
   * `precondition` for a version that is no longer the latest.
   */
  execute(
    { referralId, access, expectedVersion }: ReferralTarget,
    party: ReferralParty,
    step: (referral: Referral, act: ReferralAct) => void,
  ): Promise<void> {
    const at = this.clock.now();
    return this.referrals.update(referralId, (referral, stored) => {
      assertParty(access, party, stored);
      assertVersion(expectedVersion, stored.record.version);
      const office = party === 'owner' ? stored.ticket.ownerCode : (stored.record.partnerCode ?? '');
      step(referral, { actor: access.principal.username, office, at });
    });
  }

  /** Asks the first candidate, or the first of others that are named now. */
  async offer(target: ReferralTarget, candidates?: readonly string[]): Promise<void> {
    const network = await this.networks.current();
    return this.referrals.update(target.referralId, (referral, stored) => {
      assertParty(target.access, 'owner', stored);
      assertVersion(target.expectedVersion, stored.record.version);
      const { ownerCode, domain } = stored.ticket;
      if (candidates) assertCanTake(candidates, network.requireNode(ownerCode), domain, network);
      const act = { actor: target.access.principal.username, office: ownerCode, at: this.clock.now() };
      referral.offer(act, candidates);
    });
  }
}

/** Throws for the first office that cannot be asked. */
export function assertCanTake(
  codes: readonly string[],
  owner: ServiceNode,
  domain: ServiceDomain,
  network: Network,
): void {
  for (const code of codes) {
    if (!canTake(network.requireNode(code, '/candidates'), owner, domain)) throw unfitCandidate(code);
  }
}

function assertParty(access: Access, party: ReferralParty, { record, ticket, partnerPath }: StoredReferral): void {
  const paths = { owner: ticket.ownerPath, partner: partnerPath };
  if (access.covers({ nodePath: paths[party] })) return;
  const reading = reachOf(access.principal.roles, 'referral.read');
  const reader = reading && new Access(access.principal, 'referral.read', reading);
  const isVisible = [paths.owner, paths.partner].some((nodePath) => nodePath && reader?.covers({ nodePath }));
  if (!isVisible) throw noSuchReferral(record.id);
  access.assertCovers({ nodePath: paths[party] });
}
