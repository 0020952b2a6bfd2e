import type { DescMessage } from '@bufbuild/protobuf';
import { UseFilters, applyDecorators } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { EventErrorFilter } from './event-error.filter.js';

/**
 * Marks a method as the handler of one event type, whatever topic it travels on. Nest's `@EventPattern`, with the
 * contract's own type name as the pattern. The method gets the decoded event and, with `@Ctx()`, an `EventContext`.
 *
 * Guarantees: everything the method does through `Database` commits together with the receipt of the event, at most
 * once per event, in order per key. It may be called again after a rollback, so it must not reach out of the database.
 */
export const OnEvent = (...schemas: DescMessage[]): MethodDecorator =>
  applyDecorators(EventPattern<string[]>(schemas.map(({ typeName }) => typeName)), UseFilters(EventErrorFilter));
