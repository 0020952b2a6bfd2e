import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Idempotency, type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { candidatesFor } from './referral-candidates.js';
import { ticketNotOpen } from './referral.errors.js';
import { Referral } from './referral.js';
import { ReferralRepository } from './referral.repository.js';
import { assertCanTake } from './change-referral.handler.js';

export interface DraftReferral {
  readonly ticketId: string;
  readonly purpose: string;
  readonly limitDays: number;
  /** Offices to ask, in this order; chosen by distance and level unless named. */
  readonly candidates?: readonly string[];
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Prepares to ask another office for a part of a ticket's work. Nobody is asked before it is offered. */
@Injectable()
export class DraftReferralHandler {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly networks: NetworkRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  execute({ access, idempotencyKey, ...wish }: DraftReferral): Promise<{ id: string }> {
    const keyOwner = `${access.principal.organizationId}/referral.draft`;
    return this.idempotency.once(keyOwner, idempotencyKey, wish, async () => {
      const { ticketId, purpose, limitDays } = wish;
      const ticket = await this.referrals.holdTicket(ticketId, access);
      if (!ticket) throw ticketNotOpen(ticketId);
      const network = await this.networks.current();
      const owner = network.requireNode(ticket.nodeCode);
      if (wish.candidates) assertCanTake(wish.candidates, owner, ticket.domain, network);
      const candidates = wish.candidates ?? candidatesFor(owner, ticket.domain, network);
      const act = { actor: access.principal.username, office: owner.code, at: this.clock.now() };
      const referral = Referral.draft({ id: newId(), ticketId, purpose, limitDays, candidates }, act);
      await this.referrals.add(referral);
      return { id: referral.snapshot().id };
    });
  }
}
