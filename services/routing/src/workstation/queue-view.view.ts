import { ApiProperty } from '@nestjs/swagger';
import { TicketFilterQuery } from '../tickets/tickets.requests.js';
import { type SavedFilter } from './queue-view.js';

export class QueueViewView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: "The office's, not the caller's own" })
  shared!: boolean;

  @ApiProperty({ description: 'Whether the caller may change it' })
  editable!: boolean;

  @ApiProperty({ type: TicketFilterQuery, description: 'The query of `GET /tickets`' })
  filter!: SavedFilter;

  @ApiProperty({ description: 'What `GET /tickets/counts` with the filter answers the caller now' })
  count!: number;

  @ApiProperty({ description: 'True when there are more than were counted' })
  capped!: boolean;

  @ApiProperty({ description: 'The ETag' })
  version!: number;
}

export class QueueViewListView {
  @ApiProperty({ type: [QueueViewView], description: "The office's first, then the caller's own" })
  items!: QueueViewView[];
}
