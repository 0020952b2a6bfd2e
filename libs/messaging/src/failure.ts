import { DomainError } from '@nqi/kernel';
import { isTransient } from '@nqi/persistence';

/** An event that no repetition can help: unreadable, or of a shape its contract forbids. */
export class PoisonEvent extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What to do about an event whose handling failed. */
export type Verdict =
  /** Passing: try again until it heals; the partition waits. */
  | 'wait'
  /** The event itself is at fault: park it at once. */
  | 'park'
  /** Unexpected: a few more tries, then park it, so that one bug does not stop all that comes after. */
  | 'try-again';

export function judge(error: unknown): Verdict {
  if (error instanceof PoisonEvent || error instanceof DomainError) return 'park';
  return isTransient(error) ? 'wait' : 'try-again';
}

/** Stable code of a failure for dead letters and metrics. */
export function failureCode(error: unknown): string {
  if (error instanceof PoisonEvent || error instanceof DomainError) return error.code;
  return error instanceof Error ? `UNEXPECTED.${error.name}` : 'UNEXPECTED';
}
