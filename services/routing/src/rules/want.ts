import type { Amount, MeasuringRange } from '@nqi/kernel';

/** One thing that a form asks for, as far as it can be read. */
export interface Want {
  /** Its number in the reference lists. */
  readonly object?: string;
  /** As the form calls it, where it is in no list. */
  readonly name?: string;
  readonly range?: MeasuringRange;
  /** The largest error or uncertainty that will do. */
  readonly limit?: Amount;
  readonly parameter?: string;
  /** In its one spelling; with the year when the client minds the edition. */
  readonly method?: string;
}
