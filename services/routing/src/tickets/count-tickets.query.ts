import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Clock } from '@nqi/kernel';
import { type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { criteriaFor, type TicketFilter } from './ticket-criteria.query.js';
import { TicketListRepository } from './ticket-list.repository.js';
import { SLA_STATES, TICKET_STATUSES, type SlaState, type TicketStatus } from './ticket-state.js';

export class TicketCountsView {
  @ApiProperty()
  total!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  byStatus!: Record<TicketStatus, number>;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  bySla!: Record<SlaState, number>;

  @ApiProperty({
    description: 'True when there are more: counting stops at 1000 per office and status, of a text at 1000',
  })
  capped!: boolean;
}

/** How many tickets a list with the same filter would show. */
@Injectable()
export class CountTicketsQuery {
  constructor(
    private readonly tickets: TicketListRepository,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  async execute(filter: TicketFilter, access: Access): Promise<TicketCountsView> {
    const network = await this.networks.current();
    const counts = await this.tickets.count(criteriaFor(filter, access, network, this.clock.now()));
    const byStatus = zeroes(TICKET_STATUSES);
    const bySla = zeroes(SLA_STATES);
    for (const { status, sla, count } of counts) {
      byStatus[status] += count;
      bySla[sla] += count;
    }
    return {
      total: counts.reduce((total, { count }) => total + count, 0),
      byStatus,
      bySla,
      capped: counts.some(({ capped }) => capped),
    };
  }
}

function zeroes<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
