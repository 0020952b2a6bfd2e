/** Standards that a newer edition has replaced, as the reference list has it. */
export class SupersededMethods {
  constructor(private readonly replacements: ReadonlyMap<string, readonly string[]>) {}

  /** Undefined for one that is in force, or not in the list. */
  by(method: string): readonly string[] | undefined {
    return this.replacements.get(method);
  }
}
