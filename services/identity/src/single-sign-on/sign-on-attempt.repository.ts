/** A person sent to a provider and not yet back. */
export interface SignOnAttempt {
  readonly stateHash: Buffer;
  /** Of what only the browser that began knows. */
  readonly proofHash: Buffer;
  readonly provider: string;
  /** Who links their account; missing for who signs in. */
  readonly userId?: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly expiresAt: Date;
}

/** Somebody known to a provider who has yet to show a code, or to say the rest of a registration. */
export interface SignOnTicket {
  readonly tokenHash: Buffer;
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly userId?: string;
  readonly enterprise?: { readonly uscc: string; readonly name: string };
  readonly expiresAt: Date;
}

export abstract class SignOnAttemptRepository {
  /** Keeps the attempt and drops those that are long over. */
  abstract begin(attempt: SignOnAttempt, at: Date): Promise<void>;

  /** Uses an attempt up, whoever asks; undefined when there is none or it is over. */
  abstract take(stateHash: Buffer, at: Date): Promise<SignOnAttempt | undefined>;

  abstract addTicket(ticket: SignOnTicket): Promise<void>;

  abstract findTicket(tokenHash: Buffer, at: Date): Promise<SignOnTicket | undefined>;

  /** False when somebody was faster. */
  abstract useTicket(tokenHash: Buffer, at: Date): Promise<boolean>;
}
