import { Controller, Get, Header } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { asyncApiDocument } from '@nqi/contracts';
import type { Admission } from '../door/admission.js';
import { ApiContract } from './api-contract.adapter.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const SHORTLY = 'public, max-age=60';

/** What the system promises to clients and between its services. */
@ApiTags('contracts')
@Controller('api')
export class ContractsController {
  private readonly asyncApi = JSON.stringify(asyncApiDocument('1'));

  constructor(private readonly contract: ApiContract) {}

  @Get('openapi.json')
  @RouteConfig({ admission: 'open' satisfies Admission })
  @Header('content-type', JSON_TYPE)
  @Header('cache-control', SHORTLY)
  @ApiOperation({ summary: 'OpenAPI 3.1 of everything behind the gateway' })
  @ApiOkResponse({ schema: { type: 'object' } })
  openApi(): Promise<string> {
    return this.contract.document();
  }

  @Get('asyncapi.json')
  @RouteConfig({ admission: 'open' satisfies Admission })
  @Header('content-type', JSON_TYPE)
  @Header('cache-control', SHORTLY)
  @ApiOperation({ summary: 'AsyncAPI 3 of the events between the services' })
  @ApiOkResponse({ schema: { type: 'object' } })
  asyncApiDocument(): string {
    return this.asyncApi;
  }
}
