import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { BackgroundRunner } from '@nqi/platform';
import { AskProvinceHandler } from './ask-province.handler.js';
import { ProvinceLink } from './province-link.js';

const LOOK_EVERY_MS = 2_000;

@Injectable()
export class AskProvinceRunner extends BackgroundRunner {
  constructor(
    private readonly ask: AskProvinceHandler,
    private readonly link: ProvinceLink,
    clock: Clock,
  ) {
    super({ name: 'questions to the province', retryMs: LOOK_EVERY_MS, clock });
  }

  protected override async pass(): Promise<number> {
    if (this.link.connected) await this.ask.execute();
    return LOOK_EVERY_MS;
  }
}
