/** Which regions, parks and towns there are, and which of them always have an open office of their own. */
export class RegionDirectory {
  private readonly known: ReadonlySet<string>;

  constructor(
    codes: readonly string[],
    /** The province, its city and the city's counties. */
    readonly mustBeCovered: readonly string[],
  ) {
    this.known = new Set(codes);
  }

  has(code: string): boolean {
    return this.known.has(code);
  }
}
