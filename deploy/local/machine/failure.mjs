// @ts-check

/** Something the person at the keyboard can put right. Its message is one line and is all that is shown. */
export class StackFailure extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'StackFailure';
  }
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message || error.name : String(error);
}
