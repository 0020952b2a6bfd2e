/** Turns passwords into what may be stored. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;

  /** Takes the same time, and is false, when there is no hash to compare with. */
  abstract verify(hash: string | undefined, password: string): Promise<boolean>;
}
