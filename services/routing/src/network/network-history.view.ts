import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type StoredChange } from './network-history.repository.js';

const STATE = { type: 'object', additionalProperties: true } as const;

/** One line of the history of an office or an institution. */
export class MemberChangeView {
  @ApiProperty({ description: 'Version of the member after the change' })
  version!: number;

  @ApiProperty({ description: 'Version of the service system that the change made' })
  networkVersion!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'Account of whoever did it' })
  actor!: string;

  @ApiProperty({ example: 'close' })
  action!: string;

  @ApiPropertyOptional()
  reason?: string;

  @ApiPropertyOptional({ ...STATE, description: 'Missing for a member that was added' })
  before?: object;

  @ApiProperty(STATE)
  after!: object;
}

export class MemberHistoryView {
  @ApiProperty({ type: [MemberChangeView], description: 'Newest first; empty when nobody changed the reference data' })
  items!: readonly MemberChangeView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function changeView({
  version,
  networkVersion,
  at,
  actor,
  action,
  reason,
  before,
  after,
}: StoredChange): MemberChangeView {
  return {
    version,
    networkVersion,
    at: at.toISOString(),
    actor,
    action,
    ...(reason !== undefined && { reason }),
    ...(before && { before }),
    after,
  };
}
