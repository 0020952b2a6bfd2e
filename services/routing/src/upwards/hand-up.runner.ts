import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DueRunner } from '../due/due.runner.js';
import { ProvinceLink } from './province-link.js';
import { WaitingUpwards } from './waiting-upwards.repository.js';

const LOOK_EVERY_MS = 1_000;
const NOT_CONNECTED_MS = 60_000;

/** Hands what lies at the province's office to its platform; without a connection it lies there for people. */
@Injectable()
export class HandUpRunner extends DueRunner {
  constructor(
    waiting: WaitingUpwards,
    clock: Clock,
    private readonly link: ProvinceLink,
  ) {
    super('tickets to be handed up', waiting, clock);
  }

  protected override async pass(): Promise<number> {
    if (!this.link.connected) return NOT_CONNECTED_MS;
    return Math.min(await super.pass(), LOOK_EVERY_MS);
  }
}
