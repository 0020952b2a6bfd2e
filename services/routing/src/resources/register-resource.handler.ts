import { Injectable } from '@nestjs/common';
import { Clock, dayOfDate, newId } from '@nqi/kernel';
import { Idempotency, type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { numberTaken, unknownOwner } from './resource.errors.js';
import { checkedWindows, type Resource } from './resource.js';
import { ResourceRepository } from './resource.repository.js';

export interface RegisterResource {
  readonly facts: Omit<Resource, 'id' | 'state' | 'demo' | 'version'>;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Puts a resource on offer: an institution's people their own, an administrator anybody's. */
@Injectable()
export class RegisterResourceHandler {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly networks: NetworkRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  execute({ facts, access, idempotencyKey }: RegisterResource): Promise<{ id: string }> {
    const owner = `${access.principal.organizationId}/resource.register`;
    return this.idempotency.once(owner, idempotencyKey, facts, async () => {
      access.assertCovers({ institutionId: facts.ownerId });
      const network = await this.networks.current();
      network.requireNode(facts.nodeCode, '/nodeCode');
      if (!network.institution(facts.ownerId)) throw unknownOwner(facts.ownerId);
      if (facts.calibratedUntil !== undefined) dayOfDate(facts.calibratedUntil);
      const windows = checkedWindows(facts.windows);
      const resource: Resource = { ...facts, windows, id: newId(), state: 'IN_SERVICE', demo: false, version: 1 };
      if ((await this.resources.add([resource], this.clock.now())) === 0) throw numberTaken(facts.no);
      return { id: resource.id };
    });
  }
}
