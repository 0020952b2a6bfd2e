import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LocalizedTextView } from '../catalogue/catalogue.views.js';

export class FinderOptionView {
  @ApiProperty({ description: 'What the caller answers with' })
  id!: string;
  @ApiProperty({ type: LocalizedTextView })
  text!: LocalizedTextView;
}

export class FinderQuestionView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ type: LocalizedTextView })
  text!: LocalizedTextView;
  @ApiProperty({ type: [FinderOptionView] })
  options!: FinderOptionView[];
}

export class FinderAnswerView {
  @ApiProperty({ type: LocalizedTextView })
  question!: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView })
  answer!: LocalizedTextView;
}

export class FinderProposalView {
  @ApiProperty({ enum: ['service', 'package'] })
  kind!: 'service' | 'package';
  @ApiProperty()
  code!: string;
  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView, description: 'Why it is proposed' })
  reason!: LocalizedTextView;
  @ApiProperty({ type: 'integer', description: 'Working days until all of it is done' })
  promisedDays!: number;
  @ApiPropertyOptional({ description: 'Done by the deadline that was named; absent without one' })
  inTime?: boolean;
}

export class FinderView {
  @ApiProperty({ description: 'The edition of the catalogue that asks' })
  edition!: string;
  @ApiProperty({ type: [FinderAnswerView], description: 'What was answered so far' })
  answers!: FinderAnswerView[];
  @ApiPropertyOptional({ type: FinderQuestionView, description: 'The next question; absent when all is answered' })
  question?: FinderQuestionView;
  @ApiPropertyOptional({ type: [FinderProposalView], description: 'What to ask for, when all is answered' })
  proposals?: FinderProposalView[];
}
