/** Who reads: a person, and the place whose inbox it is. */
export interface Reader {
  readonly userId: string;
  readonly audience: string;
}
