/** What is kept of a person's authenticator app. */
export interface SecondFactor {
  /** Missing while none is bound. */
  readonly secret?: Buffer;
  /** Shown, but not yet confirmed by a code. */
  readonly pending?: Buffer;
  /** The latest time step whose code was used. */
  readonly lastStep: number;
}

export abstract class SecondFactorRepository {
  abstract find(userId: string): Promise<SecondFactor>;

  abstract offer(userId: string, secret: Buffer): Promise<void>;

  /** The offered secret counts from now on; older recovery codes do not any more. */
  abstract bind(userId: string, step: number, recoveryHashes: readonly Buffer[]): Promise<void>;

  /** False when the step, or a later one, was used meanwhile. */
  abstract useStep(userId: string, step: number): Promise<boolean>;

  /** False for a code that is not the user's or was used. */
  abstract useRecoveryCode(userId: string, hash: Buffer, at: Date): Promise<boolean>;

  abstract recoveryCodesLeft(userId: string): Promise<number>;

  abstract unbind(userId: string): Promise<void>;
}
