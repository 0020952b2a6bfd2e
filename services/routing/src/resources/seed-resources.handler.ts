import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Resource } from './resource.js';
import { ResourceRepository } from './resource.repository.js';

/** Brings resources into a fresh system. What is there already, by its number, stays as people left it. */
@Injectable()
export class SeedResourcesHandler {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were added. */
  execute(resources: readonly Resource[]): Promise<number> {
    return this.resources.add(resources, this.clock.now());
  }
}
