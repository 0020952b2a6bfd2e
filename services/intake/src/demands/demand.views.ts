import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';
import { DEMAND_STATUSES, type DemandStatus } from './demand.js';

class DemandEnterpriseView {
  @ApiProperty()
  uscc!: string;
  @ApiProperty()
  name!: string;
}

export class ProposedItemView {
  @ApiProperty()
  serviceCode!: string;
  @ApiProperty({ type: LocalizedTextView })
  serviceName!: LocalizedTextView;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Filled in as far as the need says' })
  form!: object;
}

export class ProposalView {
  @ApiProperty({ type: [ProposedItemView] })
  items!: ProposedItemView[];
  @ApiPropertyOptional({ description: 'The package that the items are of' })
  packageCode?: string;
  @ApiProperty({ description: 'What the dispatcher says to it' })
  message!: string;
  @ApiProperty()
  by!: string;
  @ApiProperty({ format: 'date-time', type: String })
  at!: Date;
}

export class DemandView {
  @ApiProperty({ description: 'The request whose item it is; a demand has no other id' })
  requestId!: string;
  @ApiProperty()
  requestNo!: string;
  @ApiProperty({ type: DemandEnterpriseView })
  enterprise!: DemandEnterpriseView;
  @ApiProperty()
  regionCode!: string;
  @ApiPropertyOptional()
  parkCode?: string;
  @ApiProperty({ description: 'The office that works it' })
  nodeCode!: string;
  @ApiProperty()
  text!: string;
  @ApiProperty({ enum: DEMAND_STATUSES })
  status!: DemandStatus;
  @ApiProperty({ format: 'date-time', type: String })
  openedAt!: Date;
  @ApiPropertyOptional({ format: 'date-time', type: String, description: 'By when the side it waits for is to act' })
  dueAt?: Date;
  @ApiProperty()
  overdue!: boolean;
  @ApiPropertyOptional({ type: ProposalView, description: 'The last one' })
  proposal?: ProposalView;
  @ApiProperty({ type: [String], description: 'Why earlier proposals were not taken' })
  declined!: readonly string[];
  @ApiPropertyOptional({ description: 'WITHDRAWN, NO_ANSWER or the words of who closed it' })
  closedFor?: string;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class DemandPageView {
  @ApiProperty({ type: [DemandView] })
  items!: readonly DemandView[];
  @ApiPropertyOptional()
  nextCursor?: string;
}
