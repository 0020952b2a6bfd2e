import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, ChoiceField, PageQuery, ROLES, TextField, TextListField } from '@nqi/platform';
import type { ManagedAccount } from './managed-account.js';

const USERNAME = /^[A-Za-z][A-Za-z0-9._-]{2,63}$/;

export class CreateAccountBody {
  @TextField({ max: 64, pattern: USERNAME, message: '3 to 64 letters, digits and . _ - , a letter first' })
  username!: string;

  @TextField({ max: 50 })
  displayName!: string;

  @TextListField({ min: 1, max: 5, description: `Of ${ROLES.join(', ')}` })
  roles!: string[];

  @TextField({ max: 40, optional: true, description: 'USCC, node or institution; the caller’s own when missing' })
  organizationId?: string;
}

export class EditAccountBody {
  @TextField({ max: 50, optional: true })
  displayName?: string;

  @TextListField({ min: 1, max: 5, optional: true })
  roles?: string[];
}

export class SuspendAccountBody {
  @TextField({ max: 500 })
  reason!: string;
}

export class AccountListQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'Part of a user name or of a person’s name' })
  query?: string;

  @TextField({ max: 40, optional: true })
  organizationId?: string;

  @ChoiceField(ROLES, { optional: true })
  role?: string;

  @BooleanField({ optional: true })
  active?: boolean;
}

export class PasswordLinkBody {
  @ApiProperty({ description: 'For `POST /auth/password/link`; shown this once' })
  token!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;
}

export class AccountBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: readonly string[];

  @ApiProperty()
  organizationId!: string;

  @ApiProperty()
  organizationName!: string;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ required: false })
  suspendedReason?: string;

  @ApiProperty({ description: 'An authenticator app is bound' })
  secondFactor!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: Date;

  @ApiProperty()
  version!: number;
}

export class AccountCreatedBody extends AccountBody {
  @ApiProperty({ type: PasswordLinkBody })
  link!: PasswordLinkBody;
}

export class AccountPageBody {
  @ApiProperty({ type: AccountBody, isArray: true })
  items!: readonly AccountBody[];

  @ApiProperty({ required: false })
  nextCursor?: string;
}

export const toAccountBody = ({ holder: _holder, demonstration: _demo, ...account }: ManagedAccount): AccountBody =>
  account;
