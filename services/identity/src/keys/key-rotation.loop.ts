import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { AuditTrail, BackgroundLoop } from '@nqi/platform';
import { IDENTITY_SETTINGS, type IdentitySettings } from '../identity.settings.js';
import { SigningKeys } from './signing-keys.file-store.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Changes the signing key when it has grown old; operators may do so at any time. */
@Injectable()
export class KeyRotation implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(KeyRotation.name);
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly keys: SigningKeys,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    @Inject(IDENTITY_SETTINGS) { jwtKeyDays }: IdentitySettings,
  ) {
    const pass = async () => {
      if (await keys.isRotationDue(clock.now(), jwtKeyDays * DAY_MS)) await this.rotate();
      return HOUR_MS;
    };
    this.loop = new BackgroundLoop({ name: 'key rotations', pass, retryMs: HOUR_MS, clock });
  }

  /** Resolves with the id of the key that will sign in some minutes; undefined when another replica is at it. */
  async rotate(): Promise<string | undefined> {
    const keyId = await this.keys.rotate(this.clock.now());
    if (!keyId) return undefined;
    await this.trail.note({ action: 'signing-key.rotated', outcome: 'success', subject: { kind: 'key', id: keyId } });
    this.logger.log(`key ${keyId} will sign in a few minutes`);
    return keyId;
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
