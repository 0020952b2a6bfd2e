import { DOMAINS } from '@nqi/kernel';
import { BooleanField, ChoiceField, IdField, PageQuery, TextField, TextListField } from '@nqi/platform';
import { IntersectionType } from '@nestjs/swagger';
import { PAUSE_REASONS, type PauseReason } from '../clocks/service-level.js';
import { TICKET_ORDERS, type TicketOrdering } from './list-tickets.query.js';
import { SLA_STATES, TICKET_STATUSES, type SlaState, type TicketStatus } from './ticket-state.js';
import { type TicketFilter } from './ticket-criteria.query.js';

const listOf = (names: readonly string[]) => new RegExp(`^(?:${names.join('|')})(?:,(?:${names.join('|')}))*$`);

/** Filters of lists and counts of tickets. */
export class TicketFilterQuery {
  @TextField({ optional: true, max: 20, description: 'Code of an office' })
  node?: string;

  @BooleanField({ optional: true, description: 'Also the offices below `node`' })
  subtree?: boolean;

  @TextField({ optional: true, pattern: listOf(TICKET_STATUSES), description: 'One or several, joined by commas' })
  status?: string;

  @TextField({ optional: true, pattern: listOf(SLA_STATES), description: 'One or several, joined by commas' })
  sla?: string;

  @IdField({ optional: true })
  requestId?: string;

  @ChoiceField(DOMAINS, { optional: true })
  domain?: string;

  @TextField({ optional: true, max: 18 })
  enterpriseUscc?: string;

  @BooleanField({ optional: true, description: 'Only those assigned to the caller or claimed by the caller' })
  mine?: boolean;

  @TextField({
    optional: true,
    max: 60,
    pattern: /\S/,
    description: "Beginning of a ticket's number, or a part of its enterprise's name",
  })
  q?: string;
}

export class ListTicketsRequest extends IntersectionType(TicketFilterQuery, PageQuery) {
  @ChoiceField(TICKET_ORDERS, { optional: true, description: 'Default completeDueAt' })
  sort?: TicketOrdering;
}

export function filterOf({ status, sla, q, ...same }: TicketFilterQuery) {
  const filter: TicketFilter = {
    node: same.node,
    subtree: same.subtree,
    requestId: same.requestId,
    domain: same.domain,
    enterpriseUscc: same.enterpriseUscc,
    mine: same.mine,
    text: q?.trim(),
    statuses: status?.split(',') as TicketStatus[] | undefined,
    sla: sla?.split(',') as SlaState[] | undefined,
  };
  return filter;
}

export class AcceptBody {
  @TextField({ optional: true, max: 20, description: 'Confirms the proposed institution or names another' })
  institutionId?: string;

  @TextField({ optional: true, max: 500, description: 'Needed when another institution than proposed is named' })
  reason?: string;
}

export class AssignBody {
  @TextField({ max: 100, description: 'Username' })
  assignee!: string;
}

export class TransferBody {
  @TextField({ max: 20 })
  nodeCode!: string;

  @TextField({ max: 500 })
  reason!: string;
}

export class EscalateBody {
  @TextField({ max: 500 })
  reason!: string;
}

export class ReturnBody {
  @TextListField({ min: 1, max: 50, maxLength: 500, description: 'Everything that is missing, told at once' })
  missing!: string[];
}

export class PauseBody {
  @ChoiceField(PAUSE_REASONS)
  reasonCode!: PauseReason;

  @TextField({ optional: true, max: 500 })
  note?: string;
}

export class ResumeBody {
  @TextField({ optional: true, max: 500 })
  note?: string;
}

export class ResolveBody {
  @TextField({ max: 4_000, description: 'What was advised or taught' })
  resolution!: string;
}
