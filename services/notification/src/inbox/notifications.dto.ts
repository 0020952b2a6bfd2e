import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, PageQuery, type Principal } from '@nqi/platform';
import type { Reader } from './reader.js';

export class InboxListQuery extends PageQuery {
  @BooleanField({ optional: true, description: 'Only what the caller has not read' })
  unread?: boolean;
}

export class TextBody {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

export class NotificationBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'ticket-routed' })
  kind!: string;

  @ApiProperty({ type: TextBody })
  title!: TextBody;

  @ApiProperty({ type: TextBody })
  body!: TextBody;

  @ApiProperty({ enum: ['request', 'ticket', 'job', 'referral', 'booking', 'resource', 'institution'] })
  subjectType!: string;

  @ApiProperty()
  subjectId!: string;

  @ApiProperty({ required: false })
  domain?: string;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Missing while unread' })
  readAt?: Date;
}

export class InboxBody {
  @ApiProperty({ type: NotificationBody, isArray: true })
  items!: readonly NotificationBody[];

  @ApiProperty({ required: false })
  nextCursor?: string;

  @ApiProperty({ type: 'integer', description: 'How many the caller has not read, on all pages together' })
  unreadCount!: number;
}

export class UnreadCountBody {
  @ApiProperty({ type: 'integer' })
  unreadCount!: number;
}

/** Staff of an office read its inbox, exactly its own; everybody else their organisation's. */
export const readerOf = ({ userId, organizationId, organizationKind, nodePath }: Principal): Reader => ({
  userId,
  audience: organizationKind === 'node' && nodePath ? nodePath : organizationId,
});
