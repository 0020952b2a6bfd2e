import { Controller, Get, Headers, Inject, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Clock } from '@nqi/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import type { Admission } from '../door/admission.js';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.settings.js';
import { leaving } from '../problems/problems.js';
import { EventStream } from './event-stream.js';
import { LiveEvents } from './live-events.js';

/** How long a browser waits before it comes back. */
const RETRY_MS = 3_000;

/** Server-sent events: tells a signed-in caller that something in reach changed. */
@ApiTags('events')
@Controller('api/v1/events')
export class EventsController implements BeforeApplicationShutdown {
  private readonly heart: NodeJS.Timeout;
  private closing = false;

  constructor(
    private readonly events: LiveEvents,
    private readonly clock: Clock,
    @Inject(GATEWAY_SETTINGS) settings: GatewaySettings,
  ) {
    this.heart = setInterval(() => this.events.beat(), settings.heartbeatMs).unref();
  }

  @Get()
  @RouteConfig({ admission: 'signed-in' satisfies Admission })
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Live updates',
    description:
      'Each message says what changed: `{"subject": "ticket", "id": "…", "cause": "…"}`. An event named `resync` says ' +
      'that something may have been missed: fetch again what is shown. The stream ends when the access token expires.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event seen' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'A stream that does not end by itself', schema: { type: 'string' } })
  open(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): void {
    const { principal } = request;
    if (this.closing || !principal) throw leaving();
    reply.hijack();
    const stream = new EventStream(reply.raw);
    stream.open(reply.getHeaders() as Record<string, string>, RETRY_MS);
    const leave = this.events.join(principal, stream, lastEventId);
    const expiry = setTimeout(() => stream.end(), this.msUntilExpiry(request));
    reply.raw.once('close', () => {
      clearTimeout(expiry);
      leave();
    });
  }

  /** Before the server waits for its connections to end, which these would never do. */
  beforeApplicationShutdown(): void {
    this.closing = true;
    clearInterval(this.heart);
    this.events.endAll();
  }

  private msUntilExpiry({ headers }: FastifyRequest): number {
    const { exp = 0 } = decodeJwt(headers.authorization?.slice('Bearer '.length) ?? '');
    return Math.max(exp * 1_000 - this.clock.now().getTime(), 0);
  }
}
