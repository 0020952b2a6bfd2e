import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '@nqi/platform';

export class CredentialsBody {
  @TextField({ max: 64 })
  username!: string;

  @TextField({ max: 128 })
  password!: string;

  @TextField({
    max: 20,
    optional: true,
    description: 'Of the authenticator app, or a recovery code; when one is bound',
  })
  code?: string;
}

export class ConfirmFactorBody extends CredentialsBody {
  @TextField({ max: 6, pattern: /^\d{6}$/, message: 'six digits', description: 'Made of the offered secret' })
  newCode!: string;
}

export class ChangePasswordBody extends CredentialsBody {
  @TextField({ max: 128 })
  newPassword!: string;
}

export class PasswordByLinkBody {
  @TextField({ max: 100 })
  token!: string;

  @TextField({ max: 128 })
  newPassword!: string;
}

export class PasswordSetBody {
  @ApiProperty()
  username!: string;
}

export class OfferedFactorBody {
  @ApiProperty({ description: 'Base32, to type into an app' })
  secret!: string;

  @ApiProperty({ description: 'The same for a QR code' })
  otpauthUrl!: string;
}

export class RecoveryCodesBody {
  @ApiProperty({ type: String, isArray: true, description: 'Each good once; never shown again' })
  recoveryCodes!: readonly string[];
}
