import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type LocalizedText } from '@nqi/kernel';
import { type ReferralDue } from './referral-clock.js';
import { DECLINED_FOR, REFERRAL_STATUSES, REFERRAL_STEPS, type ReferralStatus } from './referral.js';
import { type StoredReferral } from './referral.repository.js';

const TEXT = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;

export class ReferralView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  ticketId!: string;

  @ApiProperty()
  ticketNo!: string;

  @ApiProperty()
  serviceCode!: string;

  @ApiProperty(TEXT)
  serviceName!: LocalizedText;

  @ApiProperty()
  enterpriseName!: string;

  @ApiProperty({ description: 'Office that holds the ticket and stays accountable' })
  ownerCode!: string;

  @ApiPropertyOptional({ description: 'Office that is asked, or that does the work' })
  partnerCode?: string;

  @ApiProperty({ type: [String], description: 'Offices to ask next, in this order' })
  candidates!: readonly string[];

  @ApiProperty()
  purpose!: string;

  @ApiProperty({ description: 'Working days from receiving to returning' })
  limitDays!: number;

  @ApiProperty({ enum: REFERRAL_STATUSES })
  status!: ReferralStatus;

  @ApiPropertyOptional({ format: 'date-time', description: 'Of the answer while offered, of the return once received' })
  dueAt?: string;

  @ApiPropertyOptional({ description: 'The due time counts days whose holidays are not announced yet' })
  dueEstimated?: boolean;

  @ApiPropertyOptional({ description: 'The partner is, or was, late' })
  late?: boolean;

  @ApiProperty()
  version!: number;
}

class ReferralEventView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: REFERRAL_STEPS })
  step!: string;

  @ApiProperty()
  actor!: string;

  @ApiProperty({ description: 'Office that is asked, or that acted' })
  office!: string;

  @ApiPropertyOptional({ enum: DECLINED_FOR })
  reasonCode?: string;

  @ApiPropertyOptional()
  note?: string;
}

export class ReferralPageView extends ReferralView {
  @ApiProperty({ type: [ReferralEventView], description: 'Oldest first; from DISPATCHED on the chain of custody' })
  history!: readonly ReferralEventView[];
}

export class ReferralListView {
  @ApiProperty({ type: [ReferralView], description: 'Newest first' })
  items!: readonly ReferralView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function referralView({ record, ticket }: StoredReferral, due: ReferralDue | undefined): ReferralView {
  const { id, ticketId, purpose, limitDays, candidates, partnerCode, status, version } = record;
  const { ticketNo, serviceCode, serviceName, enterpriseName, ownerCode } = ticket;
  return {
    ...{ id, ticketId, ticketNo, serviceCode, serviceName, enterpriseName, ownerCode },
    ...(partnerCode !== undefined && { partnerCode }),
    ...{ candidates, purpose, limitDays, status },
    ...(due && { dueAt: due.at.toISOString(), dueEstimated: due.estimated, late: due.isLate }),
    version,
  };
}
