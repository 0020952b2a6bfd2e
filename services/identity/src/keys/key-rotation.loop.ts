import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { AuditTrail, BackgroundRunner } from '@nqi/platform';
import { IDENTITY_SETTINGS, type IdentitySettings } from '../identity.settings.js';
import { SigningKeys } from './signing-keys.file-store.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Changes the signing key when it has grown old; operators may do so at any time. */
@Injectable()
export class KeyRotation extends BackgroundRunner {
  private readonly logger = new Logger(KeyRotation.name);

  constructor(
    private readonly keys: SigningKeys,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {
    super({ name: 'key rotations', retryMs: HOUR_MS, clock });
  }

  /** Resolves with the id of the key that will sign in some minutes; undefined when another replica is at it. */
  async rotate(): Promise<string | undefined> {
    const keyId = await this.keys.rotate(this.clock.now());
    if (!keyId) return undefined;
    await this.trail.note({ action: 'signing-key.rotated', outcome: 'success', subject: { kind: 'key', id: keyId } });
    this.logger.log(`key ${keyId} will sign in a few minutes`);
    return keyId;
  }

  protected override async pass(): Promise<number> {
    const longest = this.settings.jwtKeyDays * DAY_MS;
    if (await this.keys.isRotationDue(this.clock.now(), longest)) await this.rotate();
    return HOUR_MS;
  }
}
