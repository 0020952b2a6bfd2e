import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ChangeRectificationHandler } from './change-rectification.handler.js';
import { ReadRectificationsQuery } from './read-rectifications.query.js';
import { RectificationPageView, RectificationView } from './rectification.views.js';
import { DecisionBody, NewRatingBody, RectificationsQuery, StepBody, statusesOf } from './rectifications.dto.js';

/** Bad ratings, complaints and objections on their way to being put right (差评整改). */
@ApiTags('rectifications')
@Controller('api/v1/rectifications')
export class RectificationsController {
  constructor(
    private readonly rectifications: ReadRectificationsQuery,
    private readonly changes: ChangeRectificationHandler,
  ) {}

  @Get()
  @Allow('rectification.read')
  @ApiOkResponse({ type: RectificationPageView })
  list(@Query() query: RectificationsQuery, @CallerAccess() access: Access): Promise<RectificationPageView> {
    const { cause, requestId, overdue, limit, cursor } = query;
    const filter = { statuses: statusesOf(query), cause, requestId, overdue };
    return this.rectifications.list({ filter, access, limit, cursor });
  }

  @Get(':id')
  @Allow('rectification.read')
  @ApiOkResponse({ type: RectificationView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RectificationView> {
    return this.answer(id, access, reply);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('rectification.work')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: RectificationView })
  async step(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { step, note, ground }: StepBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RectificationView> {
    await this.changes.step({ id, note, access, expectedVersion }, step, ground);
    return this.answer(id, access, reply);
  }

  /** Whether an appeal against a rating is right; never decided by who made it. */
  @Post(':id/decision')
  @HttpCode(200)
  @Allow('rectification.decide')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: RectificationView })
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { upheld, note }: DecisionBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RectificationView> {
    await this.changes.decide({ id, note, access, expectedVersion }, upheld);
    return this.answer(id, access, reply);
  }

  /** The enterprise's one new rating, after it was told what was done. */
  @Post(':id/rating')
  @HttpCode(200)
  @Allow('request.rate')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: RectificationView })
  async rateAnew(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { stars, note }: NewRatingBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RectificationView> {
    await this.changes.rateAnew({ id, note, access, expectedVersion }, stars);
    return this.answer(id, access, reply);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<RectificationView> {
    const view = await this.rectifications.one(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}
