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
