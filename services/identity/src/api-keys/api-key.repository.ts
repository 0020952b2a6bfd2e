import type { ApiKey } from './api-key.js';

/** With the name of the enterprise, which tokens say. */
export interface KnownKey extends ApiKey {
  readonly enterpriseName: string;
}

export abstract class ApiKeyRepository {
  /** Throws `conflict` when the enterprise has as many in force as it may have. */
  abstract add(key: ApiKey, hash: Buffer): Promise<void>;

  /** The latest first. */
  abstract listOf(enterpriseId: string): Promise<ApiKey[]>;

  /** The key of a hash, noted as used now; undefined when there is none in force. */
  abstract use(hash: Buffer, at: Date): Promise<KnownKey | undefined>;

  /** False when it is not the enterprise's or was revoked. */
  abstract revoke(enterpriseId: string, id: string, at: Date): Promise<boolean>;
}
