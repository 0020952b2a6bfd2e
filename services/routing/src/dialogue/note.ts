/** What one colleague tells the next of a ticket. It is never changed, never removed and never shown to enterprises. */
export interface Note {
  readonly id: string;
  readonly author: string;
  /** Code of the author's office. */
  readonly office: string;
  readonly at: Date;
  readonly text: string;
}
