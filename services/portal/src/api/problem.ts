/** One field that is wrong: where in the sent body (RFC 6901) and why. */
export interface FieldFault {
  readonly pointer: string;
  readonly detail: string;
}

/** RFC 9457 problem details as every service answers them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly traceId?: string;
}

/** A call that failed. `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ApiError';
  }

  get status(): number {
    return this.problem.status;
  }

  get faults(): readonly FieldFault[] {
    return this.problem.errors ?? [];
  }
}

export const isApiError = (error: unknown, status?: number): error is ApiError =>
  error instanceof ApiError && (status === undefined || error.status === status);

/** Reads a failed answer; one that is no problem document (a proxy's own page) still becomes a problem. */
export function toProblem(status: number, body: unknown, traceId?: string): Problem {
  const said = isRecord(body) ? body : {};
  const text = (name: string): string => (typeof said[name] === 'string' ? said[name] : '');
  return {
    type: text('type') || `HTTP.${status}`,
    title: text('title'),
    status,
    detail: text('detail'),
    errors: Array.isArray(said['errors']) ? said['errors'].filter(isFault) : undefined,
    details: isRecord(said['details']) ? said['details'] : undefined,
    traceId: text('traceId') || traceId,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFault = (value: unknown): value is FieldFault =>
  isRecord(value) && typeof value['pointer'] === 'string' && typeof value['detail'] === 'string';
