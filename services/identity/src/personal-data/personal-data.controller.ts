import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '@nqi/kernel';
import { Caller, Public, type Principal } from '@nqi/platform';
import { ErasePersonHandler } from './erase-person.handler.js';
import { ExportPersonalDataHandler } from './export-personal-data.handler.js';
import { exportStatus } from './personal-data-case.js';
import {
  EraseBody,
  ErasureAskedBody,
  ErasureStandingBody,
  ExportAskedBody,
  ExportListBody,
  PersonalDataBody,
  ReceiptBody,
} from './personal-data.dto.js';

/** What the system keeps of the caller: to have it, and to have it gone (PIPL articles 45 and 47). */
@ApiTags('personal-data')
@ApiBearerAuth()
@Controller('api/v1/auth/personal-data')
export class PersonalDataController {
  constructor(
    private readonly exports: ExportPersonalDataHandler,
    private readonly erasure: ErasePersonHandler,
    private readonly clock: Clock,
  ) {}

  /** Repeatable: while one is being gathered it is the answer. */
  @Post('exports')
  @ApiCreatedResponse({ type: ExportAskedBody })
  ask(@Caller() caller: Principal): Promise<ExportAskedBody> {
    return this.exports.ask(caller);
  }

  @Get('exports')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ExportListBody })
  async list(@Caller() caller: Principal): Promise<ExportListBody> {
    const at = this.clock.now();
    const found = await this.exports.list(caller);
    return {
      items: found.map(({ one, waitingFor }) => ({
        id: one.id,
        status: exportStatus(one, at),
        requestedAt: one.requestedAt,
        expiresAt: one.expiresAt,
        waitingFor,
      })),
    };
  }

  /** Once. */
  @Post('exports/:id/download')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('content-disposition', 'attachment; filename="personal-data.json"')
  @ApiOkResponse({ type: PersonalDataBody })
  download(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PersonalDataBody> {
    return this.exports.download(caller, id);
  }

  /** The account is out of use at once. */
  @Post('erasure')
  @HttpCode(202)
  @Header('cache-control', 'no-store')
  @ApiAcceptedResponse({ type: ErasureAskedBody })
  erase(@Caller() caller: Principal, @Body() { confirm }: EraseBody): Promise<ErasureAskedBody> {
    return this.erasure.execute(caller, confirm);
  }

  @Post('erasure/status')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ErasureStandingBody })
  standing(@Body() { receipt }: ReceiptBody): Promise<ErasureStandingBody> {
    return this.erasure.standing(receipt);
  }
}
