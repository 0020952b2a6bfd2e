import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { OpenRectificationHandler } from '../rectifications/open-rectification.handler.js';
import { assertReaches, ownershipOf, unknownRequest } from './request.policy.js';
import { RequestRepository } from './request.repository.js';

export interface RateRequest {
  readonly requestId: string;
  readonly stars: number;
  readonly reasons: readonly string[];
  readonly access: Access;
  readonly expectedVersion?: number;
}

@Injectable()
export class RateRequestHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly clock: Clock,
    private readonly rectifications: OpenRectificationHandler,
  ) {}

  async execute({ requestId, stars, reasons, access, expectedVersion }: RateRequest): Promise<void> {
    const found = await this.requests.update(requestId, async (request) => {
      assertReaches(access, ownershipOf(request.snapshot()));
      assertVersion(expectedVersion, request.snapshot().version);
      request.rate(stars, reasons, this.clock.now());
      await this.rectifications.afterRating(request.snapshot(), access.principal.username);
    });
    if (!found) throw unknownRequest();
  }
}
