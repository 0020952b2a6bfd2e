import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Access } from '@nqi/platform';
import { CHECKS, FILINGS, STANDINGS, type LifecycleLine, type Step, type StepOffer } from './institution-lifecycle.js';
import { STAGES, type Stage } from './institution-stage.js';
import { type Institution } from './institution.js';

class LifecycleLineView {
  @ApiProperty({ enum: [...FILINGS, ...CHECKS, ...STANDINGS] })
  step!: Step;

  @ApiPropertyOptional({ enum: STAGES, description: 'Missing for the first' })
  from?: Stage;

  @ApiProperty({ enum: STAGES })
  to!: Stage;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'Account of whoever did it' })
  by!: string;

  @ApiPropertyOptional()
  reason?: string;

  @ApiProperty({ type: [String], description: 'Where what it rests on is kept' })
  evidence!: readonly string[];
}

class StepOfferView implements StepOffer {
  @ApiProperty({ enum: [...CHECKS, ...STANDINGS] })
  step!: StepOffer['step'];

  @ApiProperty({ type: [String], enum: ['reason', 'evidence'], description: 'What has to be told along with it' })
  needs!: StepOffer['needs'];
}

export class LifecycleView {
  @ApiProperty({ example: 'ORG1001' })
  institutionId!: string;

  @ApiProperty({ enum: STAGES })
  stage!: Stage;

  @ApiProperty({ type: [StepOfferView], description: 'Steps that stage and permissions allow the caller now' })
  allowed!: readonly StepOffer[];

  @ApiProperty({ description: 'The caller may say the application anew' })
  mayResubmit!: boolean;

  @ApiProperty({ description: 'The caller may verify qualifications: whoever applied may not' })
  mayVerify!: boolean;

  @ApiProperty({ type: [LifecycleLineView], description: 'Newest first; empty for who was there from the start' })
  lines!: readonly LifecycleLineView[];
}

export function lifecycleView(
  { id, stage }: Institution,
  lines: readonly LifecycleLine[],
  offers: readonly StepOffer[],
  { principal }: Access,
  isApplicant: boolean,
): LifecycleView {
  const mayCheck = Access.of(principal, 'institution.check') !== undefined;
  const mayStand = Access.of(principal, 'network.edit') !== undefined;
  return {
    institutionId: id,
    stage,
    allowed: offers.filter(({ step }) => (STANDINGS.some((standing) => standing === step) ? mayStand : mayCheck)),
    mayResubmit: stage === 'APPLY' && Access.of(principal, 'institution.apply') !== undefined,
    mayVerify: mayCheck && !isApplicant && stage !== 'REMOVED',
    lines: lines.map(({ userId: _, at, evidence = [], ...line }) => ({ ...line, at: at.toISOString(), evidence })),
  };
}
