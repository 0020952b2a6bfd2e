import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BooleanField, IntegerField, TextField } from '@nqi/platform';
import { IsISO8601 } from 'class-validator';
import { STORABLE } from '../faults/storable.js';
import { SIGN_UP_STATUSES, type SignUpStatus, type TrainingStatus } from './training.js';
import { type ListedTraining, type PlacedSignUp } from './trainings.repository.js';

const MOST_SEATS = 500;
const MOST_SEATS_EACH = 10;
const MOMENT = { max: 40, description: 'ISO 8601 with its offset', example: '2026-12-01T14:00:00+08:00' };
/** Without an offset nobody knows when it is. */
const WITH_OFFSET = /(Z|[+-]\d\d:\d\d)$/;

export class NewTrainingBody {
  @TextField({ max: 120, pattern: STORABLE })
  title!: string;

  @TextField({ max: 2_000, pattern: STORABLE })
  summary!: string;

  @TextField({ max: 200, pattern: STORABLE })
  place!: string;

  @TextField({ ...MOMENT, pattern: WITH_OFFSET })
  @IsISO8601({ strict: true })
  startsAt!: string;

  @TextField({ ...MOMENT, pattern: WITH_OFFSET })
  @IsISO8601({ strict: true })
  endsAt!: string;

  @TextField({ ...MOMENT, pattern: WITH_OFFSET })
  @IsISO8601({ strict: true })
  signUpUntil!: string;

  @IntegerField({ min: 1, max: MOST_SEATS, description: 'Seats' })
  capacity!: number;
}

export class CancelTrainingBody {
  @TextField({ max: 500, pattern: STORABLE })
  reason!: string;
}

export class SignUpBody {
  @IntegerField({ min: 1, max: MOST_SEATS_EACH, description: 'Whom the enterprise sends is its own business' })
  seats!: number;
}

export class AttendanceBody {
  @BooleanField()
  attended!: boolean;
}

class OwnSignUpView {
  @ApiProperty({ enum: SIGN_UP_STATUSES })
  status!: SignUpStatus;

  @ApiProperty({ type: 'integer' })
  seats!: number;
}

export class TrainingView implements ListedTraining {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  summary!: string;

  @ApiProperty()
  place!: string;

  @ApiProperty({ example: 'HUB-370400' })
  hostCode!: string;

  @ApiProperty()
  startsAt!: Date;

  @ApiProperty()
  endsAt!: Date;

  @ApiProperty()
  signUpUntil!: Date;

  @ApiProperty({ type: 'integer', description: 'Seats' })
  capacity!: number;

  @ApiProperty({ type: 'integer', description: 'Seats that are confirmed' })
  taken!: number;

  @ApiProperty({ type: 'integer', description: 'Sign-ups that wait' })
  waiting!: number;

  @ApiProperty({ enum: ['OPEN', 'CANCELLED'] })
  status!: TrainingStatus;

  @ApiPropertyOptional()
  cancelledFor?: string;

  @ApiPropertyOptional({ type: OwnSignUpView, description: "The caller's enterprise's" })
  own?: OwnSignUpView;

  @ApiProperty({ type: 'integer', description: 'The ETag' })
  version!: number;
}

export class TrainingListView {
  @ApiProperty({ type: [TrainingView], description: 'Those that are not over, the next first' })
  items!: readonly ListedTraining[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

class SignUpView implements PlacedSignUp {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Rises in the order in which they came' })
  position!: string;

  @ApiProperty()
  enterpriseUscc!: string;

  @ApiProperty()
  enterpriseName!: string;

  @ApiProperty({ type: 'integer' })
  seats!: number;

  @ApiProperty({ enum: SIGN_UP_STATUSES })
  status!: SignUpStatus;

  @ApiProperty()
  signedUpAt!: Date;
}

export class SignUpListView {
  @ApiProperty({ type: [SignUpView] })
  items!: readonly PlacedSignUp[];

  @ApiPropertyOptional()
  nextCursor?: string;
}
