import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, BooleanField, Caller, type Principal } from '@nqi/platform';
import { BatchView } from './batch.views.js';
import { BATCH_PATH, TABLE_TYPES, TableBody } from './table-bodies.adapter.js';
import { MEDIA_TYPES } from '../materials/content/content-type.js';
import { FileBatchHandler } from './file-batch.handler.js';
import { ReadTemplateQuery } from './read-template.query.js';

class BatchQuery {
  @BooleanField({ optional: true, description: 'Only say what would happen' })
  preview?: boolean;
}

/** Many filings by one table. */
@ApiTags('requests')
@Controller(BATCH_PATH)
export class BatchController {
  constructor(
    private readonly fileBatch: FileBatchHandler,
    private readonly templates: ReadTemplateQuery,
  ) {}

  /** An Excel workbook to fill in and send: the columns of a service, what may stand in them, and an example of each. */
  @Get('template/:serviceCode')
  @Allow('request.file')
  @ApiProduces(MEDIA_TYPES.xlsx)
  async template(@Param('serviceCode') serviceCode: string): Promise<StreamableFile> {
    return new StreamableFile(await this.templates.workbook(serviceCode), { type: MEDIA_TYPES.xlsx });
  }

  /**
   * Each row becomes one request; wrong rows are explained and leave the others alone. The same file again files
   * nothing twice. Columns are `serviceCode`, `contactName`, `contactPhone`, `regionCode`, `parkCode`, `mode`, `urgency`,
   * `wantedDate`, `institutionId`, `recommendedByPlatform`, `enterpriseUscc`, `enterpriseName`, and the fields of the service's form as
   * `instruments.qty`; Chinese titles do as well.
   */
  @Post()
  @HttpCode(200)
  @Allow('request.file')
  @ApiConsumes(...TABLE_TYPES)
  @ApiBody({
    schema: { type: 'string', format: 'binary', description: 'CSV in UTF-8 or GB18030, or xlsx; at most 1 000 rows' },
  })
  @ApiOkResponse({ type: BatchView })
  file(
    @TableBody() bytes: Buffer,
    @Query() { preview = false }: BatchQuery,
    @Caller() caller: Principal,
  ): Promise<BatchView> {
    return this.fileBatch.execute({ bytes, caller, preview });
  }
}
