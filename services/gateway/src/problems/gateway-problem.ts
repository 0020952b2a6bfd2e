import type { LocalizedText } from '@nqi/kernel';

interface ProblemParts {
  readonly title: LocalizedText;
  readonly detail: LocalizedText;
  readonly headers?: Readonly<Record<string, string>>;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A failure of the door itself; what services fail at is theirs to say. `code` is the stable public name. */
export class GatewayProblem extends Error {
  readonly title: LocalizedText;
  readonly detail: LocalizedText;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(
    readonly code: string,
    readonly status: number,
    parts: ProblemParts,
    options?: ErrorOptions,
  ) {
    super(parts.detail.en, options);
    this.title = parts.title;
    this.detail = parts.detail;
    this.headers = parts.headers ?? {};
    this.details = parts.details;
  }
}
