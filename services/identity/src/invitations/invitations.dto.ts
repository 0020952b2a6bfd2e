import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, TextField } from '@nqi/platform';

const MEMBER_ROLES = ['enterprise_owner', 'enterprise_member'];

export class InviteBody {
  @ChoiceField(MEMBER_ROLES)
  role!: string;

  @TextField({ max: 100, optional: true, description: 'For whom, in your words' })
  note?: string;
}

export class InvitationBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: MEMBER_ROLES })
  role!: string;

  @ApiProperty({ required: false })
  note?: string;

  @ApiProperty()
  madeBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;
}

export class InvitationMadeBody extends InvitationBody {
  @ApiProperty({ description: 'For `POST /auth/invitations/accept`; shown this once' })
  token!: string;
}

export class InvitationListBody {
  @ApiProperty({ type: InvitationBody, isArray: true })
  items!: readonly InvitationBody[];
}

export class AcceptInvitationBody {
  @TextField({ max: 100 })
  token!: string;

  @TextField({
    max: 32,
    pattern: /^[A-Za-z][A-Za-z0-9._-]{2,31}$/,
    message: '3 to 32 letters, digits and . _ - , a letter first',
  })
  username!: string;

  @TextField({ max: 50 })
  displayName!: string;

  @TextField({ max: 128 })
  password!: string;
}

export class JoinedBody {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  username!: string;
}
