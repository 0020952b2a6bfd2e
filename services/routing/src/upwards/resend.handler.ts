import { Injectable } from '@nestjs/common';
import { OutboundDeliveries, PROVINCE_TARGET } from '@nqi/platform';
import { noSuchDelivery, stillWaiting } from './upwards.errors.js';
import { TELL_PROVINCE_FOR_MS } from './upward-message.js';

/** Sends the province a message once more, under its own id, so that it can tell that it has it already. */
@Injectable()
export class ResendHandler {
  constructor(private readonly deliveries: OutboundDeliveries) {}

  async execute(id: string): Promise<void> {
    if (await this.deliveries.replay(PROVINCE_TARGET, id, TELL_PROVINCE_FOR_MS)) return;
    throw (await this.deliveries.find(PROVINCE_TARGET, id)) ? stillWaiting() : noSuchDelivery();
  }
}
