import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SLA_STATES, TICKET_STATUSES, type SlaState, type TicketStatus } from '../tickets/ticket-state.js';
import { TextView } from '../tickets/ticket.view.js';
import { LINK_KINDS, type LinkKind } from './link.js';
import { type Note } from './note.js';
import { type Split } from './split-ticket.handler.js';

export class NoteView implements Note {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Username' })
  author!: string;

  @ApiProperty({ example: 'WS-370481' })
  office!: string;

  @ApiProperty()
  at!: Date;

  @ApiProperty()
  text!: string;
}

export class NoteListView {
  @ApiProperty({ type: [NoteView], description: 'The newest first' })
  items!: readonly NoteView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

class LinkedTicketView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  ticketNo!: string;

  @ApiProperty()
  serviceName!: TextView;

  @ApiProperty()
  enterpriseName!: string;

  @ApiProperty({ enum: TICKET_STATUSES })
  status!: TicketStatus;

  @ApiProperty({ enum: SLA_STATES })
  sla!: SlaState;

  @ApiProperty()
  nodeCode!: string;

  @ApiProperty()
  nodeName!: TextView;
}

export class LinkView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: LINK_KINDS })
  kind!: LinkKind;

  @ApiProperty()
  at!: Date;

  @ApiProperty({ description: 'Username, or `system` for a split' })
  by!: string;

  @ApiProperty({ description: 'The other end' })
  ticket!: LinkedTicketView;
}

export class LinkListView {
  @ApiProperty({
    type: [LinkView],
    description: 'The oldest first; those whose other end is out of reach are left out',
  })
  items!: readonly LinkView[];
}

export class LinkMadeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class SplitView implements Split {
  @ApiProperty({ format: 'uuid', description: 'Item that the lines become; its ticket follows at once' })
  newItemId!: string;

  @ApiProperty({ description: 'Lines that stay' })
  staying!: number;

  @ApiProperty({ description: 'Lines that leave' })
  leaving!: number;

  @ApiProperty({ description: 'Version of the ticket that was split' })
  version!: number;
}
