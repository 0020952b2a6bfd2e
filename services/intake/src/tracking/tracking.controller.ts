import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, TextField } from '@nqi/platform';
import { TrackRequestQuery } from './track-request.query.js';
import { TrackedRequestView } from './tracking.views.js';

class TrackingQuery {
  @TextField({ max: 40, description: "The receipt's code" })
  code!: string;
}

/** How far a request is, for whoever holds its receipt. */
@ApiTags('tracking')
@Controller('api/v1/public/requests')
export class TrackingController {
  constructor(private readonly track: TrackRequestQuery) {}

  @Get(':requestNo')
  @Public()
  @ApiOkResponse({ type: TrackedRequestView })
  one(@Param('requestNo') requestNo: string, @Query() { code }: TrackingQuery): Promise<TrackedRequestView> {
    return this.track.execute(requestNo, code);
  }
}
