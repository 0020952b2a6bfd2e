import { ValidationPipe, type ValidationError } from '@nestjs/common';

/** One field that is wrong: where (RFC 6901) and why. */
export interface FieldFault {
  readonly pointer: string;
  readonly detail: string;
}

/** A body, query or parameter that does not have the declared shape (HTTP 400). */
export class InvalidBody extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super(`invalid: ${faults.map(({ pointer }) => pointer).join(', ')}`);
  }
}

/** Nothing that anybody means lies deeper; what recurses over a body must not be made to run out of stack. */
const DEEPEST = 64;

/** Throws InvalidBody for a body that is nested absurdly deep. */
export function assertShallow(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new InvalidBody([{ pointer: '', detail: `nested deeper than ${DEEPEST} levels` }]);
    level = level.flatMap((value) => (isParsed(value) ? Object.values(value) : []));
  }
}

/** What JSON is made of; a stream or a buffer is somebody else's. */
const isParsed = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as null));

/** Checks bodies and queries against their declared class; unknown fields are errors, not noise to drop. */
export function bodyValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidBody(errors.flatMap((error) => faultsOf(error, ''))),
  });
}

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const pointer = `${parent}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
