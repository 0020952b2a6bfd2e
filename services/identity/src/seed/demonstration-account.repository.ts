/** The accounts that must never be of use in production, handled all at once. */
export abstract class DemonstrationAccountRepository {
  /** Password hashes in use among them; one in all unless somebody changed theirs. */
  abstract passwordHashes(): Promise<string[]>;

  /** Gives all of them one password and ends their sessions. */
  abstract setPassword(passwordHash: string, at: Date): Promise<void>;

  /** Switches all of them on or off, tells the others of those that changed, and ends the sessions of those switched off. */
  abstract switchAll(active: boolean, at: Date): Promise<number>;
}
