import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, IntegerField } from '@nqi/platform';
import { ReadRemindersQuery } from './read-reminders.query.js';

class RemindersQuery {
  @IntegerField({ optional: true, min: 1, max: 200 })
  limit?: number;
}

class ReminderView {
  @ApiProperty()
  institutionId!: string;

  @ApiProperty()
  kind!: string;

  @ApiProperty()
  number!: string;

  @ApiProperty({ format: 'date' })
  validUntil!: string;

  @ApiProperty({ description: 'Days before its end' })
  days!: number;

  @ApiProperty({ format: 'date-time' })
  firedAt!: Date;
}

class ReminderListView {
  @ApiProperty({ type: [ReminderView], description: 'Newest first' })
  items!: readonly ReminderView[];
}

/** Which qualifications the system has said to run out soon. */
@ApiTags('network')
@Allow('network-history.read')
@Controller('api/v1/network/reminders')
export class RemindersController {
  constructor(private readonly reminders: ReadRemindersQuery) {}

  @Get()
  @ApiOkResponse({ type: ReminderListView })
  async list(@Query() { limit = 50 }: RemindersQuery): Promise<ReminderListView> {
    return { items: await this.reminders.newest(limit) };
  }
}
