import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, BooleanField, Caller, type Principal } from '@nqi/platform';
import { BatchView } from './batch.views.js';
import { BATCH_PATH, TABLE_TYPES, TableBody } from './table-bodies.adapter.js';
import { FileBatchHandler } from './file-batch.handler.js';

class BatchQuery {
  @BooleanField({ optional: true, description: 'Only say what would happen' })
  preview?: boolean;
}

/** Many filings by one table. */
@ApiTags('requests')
@Controller(BATCH_PATH)
export class BatchController {
  constructor(private readonly fileBatch: FileBatchHandler) {}

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
