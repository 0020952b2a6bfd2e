import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Network } from '../network/network.js';
import { type Candidate, type PoolStep, type TriageReason } from '../rules/decision.js';
import { TicketView, listView } from '../tickets/ticket.view.js';
import { type WaitingTicket } from './triage.repository.js';

export const TRIAGE_REASONS = ['NO_CAPABILITY', 'OVERLOADED', 'NODE_CLOSED'] as const satisfies readonly TriageReason[];
/** Of one ticket; the receipt has them all. */
const MOST_CANDIDATES = 50;

class ConsideredView {
  @ApiProperty()
  institutionId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The filters that it did not pass, each with why',
  })
  failed!: Record<string, string>;
}

/** A ticket that nobody can serve, with what a person needs to place it. */
export class WaitingTicketView {
  @ApiProperty()
  ticket!: TicketView;

  @ApiProperty({ enum: TRIAGE_REASONS })
  reasonCode!: TriageReason;

  @ApiProperty()
  waitingSince!: Date;

  @ApiProperty({ description: 'When it has to be accepted somewhere' })
  dueAt!: Date;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  pools!: readonly PoolStep[];

  @ApiProperty({ type: [ConsideredView] })
  candidates!: ConsideredView[];
}

export class TriageListView {
  @ApiProperty({ type: [WaitingTicketView], description: 'Longest waiting first' })
  items!: readonly WaitingTicketView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function waitingView({ ticket, candidates, pools }: WaitingTicket, network: Network): WaitingTicketView {
  return {
    ticket: listView(ticket, network),
    reasonCode: ticket.triage ?? 'NO_CAPABILITY',
    waitingSince: ticket.routedAt,
    dueAt: ticket.acceptDueAt,
    pools,
    candidates: candidates.slice(0, MOST_CANDIDATES).map(considered),
  };
}

function considered({ institutionId, name, verdicts }: Candidate): ConsideredView {
  const failed = Object.entries(verdicts).filter(([, verdict]) => verdict !== 'PASS');
  return { institutionId, name, failed: Object.fromEntries(failed) };
}
