import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Institution } from './institution.js';
import { NetworkRepository } from './network.repository.js';
import { type ServiceNode } from './service-node.js';

/** Brings the stored service system up to a given one. A repeat with the same content changes and announces nothing. */
@Injectable()
export class SeedNetworkHandler {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  execute(nodes: readonly ServiceNode[], institutions: readonly Institution[]): Promise<number> {
    return this.networks.save(nodes, institutions, this.clock.now());
  }
}
