import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '@nqi/platform';
import { RegistrantBody } from '../organizations/enterprises.dto.js';
import { TokenPairBody } from '../sessions/auth.dto.js';

class LabelBody {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

export class ProviderBody {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: LabelBody })
  label!: LabelBody;

  @ApiProperty({ description: 'Enterprises may register by it' })
  registers!: boolean;
}

export class ProviderListBody {
  @ApiProperty({ type: ProviderBody, isArray: true })
  items!: readonly ProviderBody[];
}

export class BeginSignOnBody {
  @TextField({ max: 40 })
  provider!: string;
}

export class SignOnBegunBody {
  @ApiProperty({ description: 'Where the browser goes' })
  authorizationUrl!: string;

  @ApiProperty({ description: 'Stays with the browser and comes back with the answer' })
  proof!: string;
}

export class SignOnAnswerBody {
  @TextField({ max: 100, description: 'Of the beginning' })
  proof!: string;

  @TextField({ max: 200 })
  state!: string;

  @TextField({ max: 4_000, optional: true })
  code?: string;

  @TextField({ max: 200, optional: true })
  error?: string;

  @TextField({ max: 500, optional: true })
  iss?: string;
}

class VouchedEnterpriseBody {
  @ApiProperty()
  uscc!: string;

  @ApiProperty()
  name!: string;
}

export class SignOnOutcomeBody {
  @ApiProperty({ enum: ['SIGNED_IN', 'CODE_NEEDED', 'REGISTRATION'] })
  outcome!: 'SIGNED_IN' | 'CODE_NEEDED' | 'REGISTRATION';

  @ApiProperty({ type: TokenPairBody, required: false, description: 'When signed in' })
  tokens?: TokenPairBody;

  @ApiProperty({ required: false, description: 'For `/code` (ten minutes) or `/register` (half an hour)' })
  ticket?: string;

  @ApiProperty({ type: VouchedEnterpriseBody, required: false, description: 'That may register' })
  enterprise?: VouchedEnterpriseBody;
}

export class SignOnCodeBody {
  @TextField({ max: 100 })
  ticket!: string;

  @TextField({ max: 20, description: 'Of the authenticator app, or a recovery code' })
  code!: string;
}

export class RegisterBySignOnBody extends RegistrantBody {
  @TextField({ max: 100 })
  ticket!: string;
}
