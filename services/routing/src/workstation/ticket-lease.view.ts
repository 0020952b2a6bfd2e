import { ApiProperty } from '@nestjs/swagger';
import { type TicketLease } from './ticket-lease.js';

/** Who works on a ticket, and until when nobody else may. */
export class LeaseView {
  @ApiProperty({ description: 'Username' })
  holder!: string;

  @ApiProperty()
  holderName!: string;

  @ApiProperty()
  claimedAt!: Date;

  @ApiProperty()
  until!: Date;
}

export function leaseView({ holder, holderName, claimedAt, until }: TicketLease): LeaseView {
  return { holder, holderName, claimedAt, until };
}
