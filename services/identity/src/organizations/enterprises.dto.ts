import { ApiProperty } from '@nestjs/swagger';
import { PageQuery, TextField } from '@nqi/platform';

/** What an enterprise says of itself, whoever vouches for its name. */
export class RegistrantBody {
  @TextField({ max: 6, description: 'District of the city, 370471 for the high-tech zone', example: '370481' })
  regionCode!: string;

  @TextField({ max: 9, optional: true, description: 'Park of that district', example: '370481901' })
  parkCode?: string;

  @TextField({ max: 5, optional: true, description: 'GB/T 4754', example: 'C3425' })
  industryCode?: string;

  @TextField({ max: 50 })
  contactName!: string;

  @TextField({ max: 30, example: '0632-5510000' })
  contactPhone!: string;

  @TextField({
    max: 32,
    pattern: /^[A-Za-z][A-Za-z0-9._-]{2,31}$/,
    message: '3 to 32 letters, digits and . _ - , a letter first',
  })
  username!: string;
}

export class RegisterEnterpriseBody extends RegistrantBody {
  @TextField({ max: 40, description: 'Unified social credit code, GB 32100', example: '91370481MA3ABCD159' })
  uscc!: string;

  @TextField({ max: 100 })
  name!: string;

  @TextField({ max: 128 })
  password!: string;
}

export class EnterpriseRegisteredBody {
  @ApiProperty()
  uscc!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  username!: string;
}

export class EnterpriseListQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'Part of a name, or the beginning of a credit code' })
  query?: string;

  @TextField({ max: 6, optional: true })
  regionCode?: string;
}

export class ContactBody {
  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'Masked for everybody but the enterprise itself', example: '138****5678' })
  phone!: string;
}

export class EnterpriseBody {
  @ApiProperty()
  uscc!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  regionCode!: string;

  @ApiProperty({ required: false })
  parkCode?: string;

  @ApiProperty({ required: false })
  industryCode?: string;

  @ApiProperty({ required: false, description: '微型, 小型, 中型 or 大型' })
  scale?: string;

  @ApiProperty({ type: ContactBody })
  contact!: ContactBody;

  @ApiProperty({ type: String, format: 'date-time' })
  registeredAt!: Date;
}

export class EnterprisePageBody {
  @ApiProperty({ type: EnterpriseBody, isArray: true })
  items!: readonly EnterpriseBody[];

  @ApiProperty({ required: false })
  nextCursor?: string;
}
