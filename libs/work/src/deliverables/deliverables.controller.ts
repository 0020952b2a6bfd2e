import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { TechnicalDomain } from '@nqi/kernel';
import {
  Allow,
  CallerAccess,
  IdField,
  IntegerField,
  LARGEST_PAGE,
  Public,
  TextField,
  type Access,
} from '@nqi/platform';
import {
  deliverableView,
  publicDeliverable,
  type DeliverableView,
  type PublicDeliverable,
} from './deliverable.view.js';
import { DeliverablesQuery } from './deliverables.query.js';

class DeliverableFilter {
  @IdField({ optional: true })
  requestId?: string;

  @IntegerField({ min: 1, max: LARGEST_PAGE, optional: true })
  limit?: number;
}

class VerifyQuery {
  @TextField({ max: 20, description: 'Code printed beside the number' })
  code!: string;
}

/** Certificates and reports of one domain under `/api/v1/<domain>/deliverables`. */
export function deliverablesController(domain: TechnicalDomain): Type {
  @ApiTags(domain)
  @Controller(`api/v1/${domain}/deliverables`)
  class DeliverablesController {
    constructor(private readonly deliverables: DeliverablesQuery) {}

    @Get()
    @Allow('job.read')
    async list(
      @Query() filter: DeliverableFilter,
      @CallerAccess() access: Access,
    ): Promise<{ items: DeliverableView[] }> {
      return { items: (await this.deliverables.list(filter, access)).map(deliverableView) };
    }

    @Get(':id')
    @Allow('job.read')
    async read(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<DeliverableView> {
      return deliverableView(await this.deliverables.read(id, access));
    }

    @Get(':id/document')
    @Allow('job.read')
    async document(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<StreamableFile> {
      const { number } = await this.deliverables.read(id, access);
      const disposition = `attachment; filename="${number}.pdf"`;
      return new StreamableFile(await this.deliverables.document(id), { type: 'application/pdf', disposition });
    }
  }
  return DeliverablesController;
}

/** Anyone: is this certificate or report genuine. The gateway sends a number here by the domain's letters in it. */
@ApiTags('public')
@Controller('api/v1/public/deliverables')
export class PublicDeliverablesController {
  constructor(private readonly deliverables: DeliverablesQuery) {}

  @Get(':number')
  @Public()
  async verify(@Param('number') number: string, @Query() { code }: VerifyQuery): Promise<PublicDeliverable> {
    return publicDeliverable(await this.deliverables.verify(number, code));
  }
}
