import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, PageQuery, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { JoinTrainingHandler } from './join-training.handler.js';
import { KeepTrainingHandler } from './keep-training.handler.js';
import { ReadTrainingsQuery } from './read-trainings.query.js';
import {
  AttendanceBody,
  CancelTrainingBody,
  NewTrainingBody,
  SignUpBody,
  SignUpListView,
  TrainingListView,
  TrainingView,
} from './trainings.dto.js';

/** Trainings and events with sign-up (培训与活动). */
@ApiTags('trainings')
@Controller('api/v1/trainings')
export class TrainingsController {
  constructor(
    private readonly trainings: ReadTrainingsQuery,
    private readonly keep: KeepTrainingHandler,
    private readonly join: JoinTrainingHandler,
  ) {}

  @Get()
  @Allow('training.read')
  @ApiOkResponse({ type: TrainingListView })
  list(@Query() page: PageQuery, @CallerAccess() access: Access): Promise<TrainingListView> {
    return this.trainings.list(page, access);
  }

  @Get(':id')
  @Allow('training.read')
  @ApiOkResponse({ type: TrainingView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrainingView> {
    return this.answer(id, access, reply);
  }

  @Post()
  @Allow('training.keep')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TrainingView })
  async announce(
    @Body() { startsAt, endsAt, signUpUntil, ...wish }: NewTrainingBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrainingView> {
    const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), signUpUntil: new Date(signUpUntil) };
    return this.answer(await this.keep.announce({ ...wish, ...times }, access, key), access, reply);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('training.keep')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: TrainingView })
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: CancelTrainingBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrainingView> {
    await this.keep.cancel(id, reason, expectedVersion);
    return this.answer(id, access, reply);
  }

  /** Of an enterprise its own; who left is listed too. */
  @Get(':id/sign-ups')
  @Allow('training.read')
  @ApiOkResponse({ type: SignUpListView })
  signUps(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() page: PageQuery,
    @CallerAccess() access: Access,
  ): Promise<SignUpListView> {
    return this.trainings.signUps(id, page, access);
  }

  /** `own` of the answer says whether the seats are confirmed or waited for. */
  @Post(':id/sign-ups')
  @Allow('training.join')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TrainingView })
  async signUp(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { seats }: SignUpBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrainingView> {
    await this.join.signUp(id, seats, access, key);
    return this.answer(id, access, reply);
  }

  @Delete(':id/sign-ups/own')
  @HttpCode(204)
  @Allow('training.join')
  @ApiNoContentResponse()
  leave(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<void> {
    return this.join.leave(id, access);
  }

  @Put(':id/sign-ups/:signUpId/attendance')
  @HttpCode(204)
  @Allow('training.keep')
  @ApiNoContentResponse()
  attend(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('signUpId', ParseUUIDPipe) signUpId: string,
    @Body() { attended }: AttendanceBody,
  ): Promise<void> {
    return this.keep.attend(id, signUpId, attended);
  }

  private async answer(id: string, access: Access, reply: FastifyReply): Promise<TrainingView> {
    const view = await this.trainings.one(id, access);
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}
