import type { LocalizedText } from './localized-text.js';

/**
 * `precondition` means the caller acted on a version that is no longer the latest (HTTP 412); `full` that there is no room
 * to keep what was sent (507), `unavailable` that something needed is away and the call may be repeated (503).
 */
export type DomainErrorKind =
  'invalid' | 'not_found' | 'conflict' | 'forbidden' | 'precondition' | 'too_large' | 'full' | 'unavailable';

/**
 * The one family of expected failures. `code` is the stable public name (`TICKET.ILLEGAL_MOVE`); everything that is
 * not a DomainError is a bug. A plain string message serves as both languages.
 */
export class DomainError extends Error {
  readonly text: LocalizedText;

  /** `pointer` is the JSON pointer (RFC 6901) of the offending field, when one field is to blame. */
  constructor(
    readonly code: string,
    readonly kind: DomainErrorKind,
    message: string | LocalizedText,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly pointer?: string,
  ) {
    const text = typeof message === 'string' ? { zh: message, en: message } : message;
    super(text.zh);
    this.name = 'DomainError';
    this.text = text;
  }
}
