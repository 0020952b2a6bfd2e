import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Institution } from './institution.js';
import { NetworkHistoryRepository } from './network-history.repository.js';
import { NetworkRepository } from './network.repository.js';
import { type ServiceNode } from './service-node.js';

/**
 * Brings the stored service system up to a given one. A repeat with the same content changes and announces nothing; what
 * people have edited since is theirs and stays.
 */
@Injectable()
export class SeedNetworkHandler {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly history: NetworkHistoryRepository,
    private readonly clock: Clock,
  ) {}

  async execute(nodes: readonly ServiceNode[], institutions: readonly Institution[]): Promise<number> {
    const edited = await this.history.edited();
    return this.networks.save(
      nodes.filter(({ code }) => !edited.has(code)),
      institutions.filter(({ id }) => !edited.has(id)),
      this.clock.now(),
    );
  }
}
