import { Injectable } from '@nestjs/common';
import type { Access } from '@nqi/platform';
import { assertReaches, ownershipOf, unknownRequest } from './request.policy.js';
import { RequestReads } from './request-reads.repository.js';
import type { RequestView } from './request.views.js';
import { ShowRequest } from './show-request.query.js';

@Injectable()
export class FindRequestQuery {
  constructor(
    private readonly reads: RequestReads,
    private readonly show: ShowRequest,
  ) {}

  async execute(id: string, access: Access): Promise<RequestView> {
    const stored = await this.reads.find(id);
    if (!stored) throw unknownRequest();
    assertReaches(access, ownershipOf(stored.state));
    return this.show.execute(stored, access, 'full');
  }
}
