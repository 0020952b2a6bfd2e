import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { assertNoFaults } from '../faults/fault.js';
import type { Filing } from './filing.js';
import { filingShape } from './filing.schema.js';

/** Checks a filing with the compiled schema. Fields that are there but empty count as not there. */
@Injectable()
export class FilingBodyPipe implements PipeTransform<unknown, Filing> {
  transform(body: unknown): Filing {
    assertNoFaults('malformed', filingShape(body, ''));
    const filing = body as Filing;
    return {
      ...filing,
      items: filing.items.map((item) => ({
        ...item,
        institutionId: item.institutionId || undefined,
        recommendedByPlatform: item.recommendedByPlatform ?? undefined,
        materials: item.materials ?? undefined,
      })),
      packageCode: filing.packageCode || undefined,
      parkCode: filing.parkCode || undefined,
      wantedDate: filing.wantedDate || undefined,
      enterpriseUscc: filing.enterpriseUscc || undefined,
      enterpriseName: filing.enterpriseName || undefined,
    };
  }
}

/** The raw body; a decorator of our own, so that the global ValidationPipe leaves it alone. */
const RawBody = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<FastifyRequest>().body,
);

/** The checked body of a filing. */
export const FiledBody = () => RawBody(FilingBodyPipe);
