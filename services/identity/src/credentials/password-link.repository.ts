/** Lets somebody set the password of one account, once, within a time. Only its hash is kept. */
export interface PasswordLink {
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export abstract class PasswordLinkRepository {
  /** Older links of the same account are of no use any more. */
  abstract add(link: PasswordLink): Promise<void>;

  /** Uses a link up; resolves with whose it was, or undefined when it is unknown, used or too old. */
  abstract use(tokenHash: Buffer, at: Date): Promise<string | undefined>;
}
