import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Caller, CallerAccess, IdempotencyKey, etagOf, type Access, type Principal } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { InvalidFieldsFilter } from '../faults/invalid-fields.filter.js';
import { FileRequestHandler } from './file-request.handler.js';
import { FiledBody } from './filing-body.pipe.js';
import { FilingBody } from './filing.dto.js';
import { type FilingReceipt } from './filing-receipt.js';
import { type Filing } from './filing.js';
import { FindRequestQuery } from './find-request.query.js';
import { ListRequestsQuery } from './list-requests.query.js';
import { FilingReceiptView, RequestPageView, RequestView, TimelineView } from './request.views.js';
import { RequestsQuery } from './requests.dto.js';
import { TimelineQuery } from './timeline.query.js';

/** Filing and reading requests. */
@ApiTags('requests')
@UseFilters(InvalidFieldsFilter)
@Controller('api/v1/requests')
export class RequestsController {
  constructor(
    private readonly fileRequest: FileRequestHandler,
    private readonly findRequest: FindRequestQuery,
    private readonly listRequests: ListRequestsQuery,
    private readonly timelineOf: TimelineQuery,
  ) {}

  /** 201 means stored, with the events that set everything else going. `idempotent-replayed` marks a repeated answer. */
  @Post()
  @Allow('request.file')
  @ApiBody({ type: FilingBody })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: FilingReceiptView })
  async file(
    @FiledBody() filing: Filing,
    @Caller() caller: Principal,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilingReceipt> {
    const { receipt, replayed } = await this.fileRequest.execute({ filing, caller, idempotencyKey });
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return receipt;
  }

  @Get()
  @Allow('request.read')
  @ApiOkResponse({ type: RequestPageView })
  list(@Query() query: RequestsQuery, @CallerAccess() access: Access): Promise<RequestPageView> {
    const { status, domain, regionCode, enterpriseUscc, q, limit, cursor } = query;
    const filter = {
      status,
      domain,
      regionCode,
      enterpriseUscc: enterpriseUscc?.toUpperCase(),
      numberPrefix: q?.toUpperCase(),
    };
    return this.listRequests.execute({ filter, access, limit, cursor });
  }

  @Get(':id')
  @Allow('request.read')
  @ApiOkResponse({ type: RequestView })
  async find(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestView> {
    const view = await this.findRequest.execute(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }

  @Get(':id/timeline')
  @Allow('request.read')
  @ApiOkResponse({ type: TimelineView })
  timeline(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<TimelineView> {
    return this.timelineOf.execute(id, access);
  }
}
