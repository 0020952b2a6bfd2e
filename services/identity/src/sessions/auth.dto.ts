import { ApiProperty } from '@nestjs/swagger';
import { ROLES, TextField, type OrganizationKind } from '@nqi/platform';

const KINDS: OrganizationKind[] = ['enterprise', 'node', 'institution'];

export class RefreshBody {
  @TextField({ max: 200 })
  refreshToken!: string;
}

export class LogOutBody {
  @TextField({ max: 200, optional: true, description: 'Missing: every session of the caller ends' })
  refreshToken?: string;
}

export class TokenPairBody {
  @ApiProperty({ description: 'JWT, ES256; sent as `Authorization: Bearer …`' })
  accessToken!: string;

  @ApiProperty({ description: 'Good for one `POST /auth/refresh`; using it twice ends the session' })
  refreshToken!: string;

  @ApiProperty({ description: 'Seconds until the access token expires' })
  expiresIn!: number;
}

export class MeBody {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: readonly string[];

  @ApiProperty({ description: 'USCC of an enterprise, code of a node, registry id of an institution' })
  organizationId!: string;

  @ApiProperty({ enum: KINDS })
  organizationKind!: OrganizationKind;

  @ApiProperty()
  organizationName!: string;

  @ApiProperty({ required: false, description: 'Codes from the province down to the node; staff of nodes only' })
  nodePath?: string;

  @ApiProperty({ required: false })
  regionCode?: string;

  @ApiProperty({ required: false })
  parkCode?: string;

  @ApiProperty({ required: false, description: 'The own enterprise’s, to fill forms with' })
  contactName?: string;

  @ApiProperty({ required: false })
  contactPhone?: string;
}
