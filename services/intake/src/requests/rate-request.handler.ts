import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
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
  ) {}

  async execute({ requestId, stars, reasons, access, expectedVersion }: RateRequest): Promise<void> {
    const found = await this.requests.update(requestId, (request) => {
      assertReaches(access, ownershipOf(request.snapshot()));
      assertVersion(expectedVersion, request.snapshot().version);
      request.rate(stars, reasons, this.clock.now());
    });
    if (!found) throw unknownRequest();
  }
}
