import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { isEnded } from './request.js';
import { assertReaches, ownershipOf, unknownRequest } from './request.policy.js';
import { RequestRepository } from './request.repository.js';

export interface CancelRequest {
  readonly requestId: string;
  readonly reason: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

@Injectable()
export class CancelRequestHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly clock: Clock,
  ) {}

  /** Staff withdraw only what lies wholly in their hands: an item of another office stops them. */
  async execute({ requestId, reason, access, expectedVersion }: CancelRequest): Promise<void> {
    const found = await this.requests.update(requestId, (request) => {
      const state = request.snapshot();
      assertReaches(access, ownershipOf(state));
      assertVersion(expectedVersion, state.version);
      const { uscc } = state.enterprise;
      const foreign = state.items
        .filter((item) => !isEnded(item))
        .some(({ ticket }) => ticket && !access.covers({ enterpriseUscc: uscc, nodePath: ticket.nodePath }));
      if (foreign) {
        const text = { zh: '申请含有其他工作站办理的事项', en: 'Another office holds an item of this request' };
        throw new DomainError('REQUEST.OTHER_OFFICE', 'forbidden', text);
      }
      request.cancel(reason, access.principal.userId, this.clock.now());
    });
    if (!found) throw unknownRequest();
  }
}
