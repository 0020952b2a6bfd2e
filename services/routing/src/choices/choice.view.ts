import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type InstitutionChoice } from '../rules/decision.js';
import { TextView } from '../tickets/ticket.view.js';
import { type Proposal } from './proposal.js';

export class ProposalView implements Proposal {
  @ApiProperty({ description: '1 is best' })
  rank!: number;

  @ApiProperty({ example: 'ORG005' })
  institutionId!: string;

  @ApiProperty()
  name!: string;

  @ApiPropertyOptional({ description: 'From the office that takes the item' })
  kilometres?: number;

  @ApiProperty({ type: [TextView] })
  reasons!: readonly TextView[];

  @ApiProperty({ type: [TextView], description: 'What could not be read off the form' })
  cautions!: readonly TextView[];
}

export class ProposalsView {
  @ApiProperty({ format: 'uuid' })
  ticketId!: string;

  @ApiProperty()
  ticketNo!: string;

  @ApiProperty({ enum: ['statutory', 'client', 'platform', 'awaited', 'none'] })
  institutionChoice!: InstitutionChoice;

  @ApiProperty({ description: 'The ticket waits for the client to choose' })
  awaited!: boolean;

  @ApiPropertyOptional({ description: 'Who performs it, as things stand' })
  institutionId?: string;

  @ApiPropertyOptional()
  institutionName?: string;

  @ApiProperty({ type: [ProposalView], description: 'Best first; none where the choice is not the client’s' })
  items!: readonly ProposalView[];
}
