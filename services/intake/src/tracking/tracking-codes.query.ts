import { Injectable } from '@nestjs/common';
import { isTrackingCode, trackingCode } from './tracking-code.codec.js';
import { TrackingKeyRepository } from './tracking-key.repository.js';

/** The codes with which anybody who holds a receipt may look after its request. The key is read once. */
@Injectable()
export class TrackingCodes {
  private key: Promise<Buffer> | undefined;

  constructor(private readonly keys: TrackingKeyRepository) {}

  async of(requestNo: string): Promise<string> {
    return trackingCode(await this.read(), requestNo);
  }

  async fits(requestNo: string, typed: string): Promise<boolean> {
    return isTrackingCode(await this.read(), requestNo, typed);
  }

  private read(): Promise<Buffer> {
    this.key ??= this.keys.read().catch((error: unknown) => {
      this.key = undefined;
      throw error;
    });
    return this.key;
  }
}
