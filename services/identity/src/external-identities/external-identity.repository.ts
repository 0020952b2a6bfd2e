/** An account's name at a provider. */
export interface ExternalIdentity {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly userId: string;
  readonly provider: string;
  readonly linkedBy: 'owner' | 'claim' | 'registration';
  readonly linkedAt: Date;
  readonly usedAt?: Date;
}

export abstract class ExternalIdentityRepository {
  abstract find(issuer: string, subject: string): Promise<ExternalIdentity | undefined>;

  abstract listOf(userId: string): Promise<ExternalIdentity[]>;

  /** False when the identity belongs to an account, or the account to an identity of this issuer, already. */
  abstract add(identity: ExternalIdentity): Promise<boolean>;

  /** Somebody signs in by it. */
  abstract touch(issuer: string, subject: string, at: Date): Promise<void>;

  /** The identity that was taken away; undefined when it is not the user's. */
  abstract remove(userId: string, id: string): Promise<ExternalIdentity | undefined>;
}
