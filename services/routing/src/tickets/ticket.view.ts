import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DOMAINS, type LocalizedText, type ServiceDomain } from '@nqi/kernel';
import { shownPhone } from '@nqi/platform';
import { type Network } from '../network/network.js';
import { LeaseView, leaseView } from '../workstation/ticket-lease.view.js';
import { type TicketLease } from '../workstation/ticket-lease.js';
import { type InstitutionChoice } from '../rules/decision.js';
import { ClockView, EscalationView, SegmentView, TicketStandingView } from './ticket-standing.view.js';
import { type HistoryEntry, type ListedTicket } from './ticket-list.repository.js';
import {
  SLA_STATES,
  TICKET_ACTIONS,
  TICKET_STATUSES,
  actionsOf,
  type SlaState,
  type TicketAction,
  type TicketRecord,
  type TicketStatus,
  type TicketSummary,
} from './ticket-state.js';

export class TextView implements LocalizedText {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

class EnterpriseView {
  @ApiProperty()
  uscc!: string;

  @ApiProperty()
  name!: string;
}

class ContactView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'Masked in lists' })
  phone!: string;
}

/** A ticket as a list shows it. */
export class TicketView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'TK-JL-20261124-000123' })
  ticketNo!: string;

  @ApiProperty({ format: 'uuid' })
  requestId!: string;

  @ApiProperty()
  requestNo!: string;

  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty()
  serviceCode!: string;

  @ApiProperty()
  serviceName!: TextView;

  @ApiProperty({ enum: DOMAINS })
  domain!: ServiceDomain;

  @ApiProperty()
  enterprise!: EnterpriseView;

  @ApiProperty()
  contact!: ContactView;

  @ApiProperty({ example: 'WS-370481' })
  nodeCode!: string;

  @ApiProperty()
  nodeName!: TextView;

  @ApiPropertyOptional()
  institutionId?: string;

  @ApiPropertyOptional()
  institutionName?: string;

  @ApiProperty({ enum: ['statutory', 'client', 'platform', 'awaited', 'none'] })
  institutionChoice!: InstitutionChoice;

  @ApiProperty({ enum: TICKET_STATUSES })
  status!: TicketStatus;

  @ApiPropertyOptional({ description: 'Why it waits at the hub for a person to place it' })
  triage?: string;

  @ApiPropertyOptional({ description: 'Only while paused' })
  pauseReason?: string;

  @ApiPropertyOptional()
  assignee?: string;

  @ApiPropertyOptional({ description: 'Who has claimed it, while that is in force' })
  lease?: LeaseView;

  @ApiProperty()
  urgency!: string;

  @ApiProperty({ minimum: 0, maximum: 3, description: 'Raised while it is late' })
  priority!: number;

  @ApiProperty({ minimum: 0, maximum: 3, description: 'How often its enterprise urged it' })
  urged!: number;

  @ApiProperty()
  mode!: string;

  @ApiProperty()
  filedAt!: Date;

  @ApiProperty()
  routedAt!: Date;

  @ApiPropertyOptional()
  acceptedAt?: Date;

  @ApiPropertyOptional({ description: 'When it was resolved or cancelled' })
  resolvedAt?: Date;

  @ApiProperty()
  acceptDueAt!: Date;

  @ApiProperty()
  completeDueAt!: Date;

  @ApiProperty({ enum: SLA_STATES })
  sla!: SlaState;

  @ApiProperty({ description: 'Counted with days whose holidays are not announced yet' })
  dueEstimated!: boolean;

  @ApiPropertyOptional({ format: 'uuid' })
  jobId?: string;

  @ApiPropertyOptional({ type: [String] })
  returnedFor?: readonly string[];

  @ApiPropertyOptional()
  resolution?: string;

  @ApiProperty({ description: 'Rises with every event of the ticket; the ETag' })
  version!: number;

  @ApiProperty({ enum: TICKET_ACTIONS, isArray: true, description: 'What the state allows now' })
  actions!: TicketAction[];
}

/** A ticket with what only its own page shows. */
export class TicketPageView extends TicketView {
  @ApiProperty({ type: 'object', additionalProperties: true })
  form!: unknown;
}

class HistoryView implements HistoryEntry {
  @ApiProperty()
  at!: Date;

  @ApiProperty({ example: 'TicketAccepted' })
  event!: string;

  @ApiProperty()
  actor!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  detail!: Record<string, unknown>;
}

export class TicketDetailView extends TicketPageView {
  @ApiProperty({ type: [HistoryView] })
  history!: readonly HistoryEntry[];

  @ApiProperty({ type: [EscalationView], description: 'Rungs of the escalation ladder that fired, oldest first' })
  escalations!: readonly EscalationView[];

  @ApiProperty()
  standing!: TicketStandingView;

  @ApiProperty({ type: [ClockView] })
  clocks!: readonly ClockView[];

  @ApiProperty({ type: [SegmentView], description: 'What the clocks are derived from; only ever appended to' })
  segments!: readonly SegmentView[];

  @ApiProperty({ description: 'Service-level policy the ticket was promised by' })
  policyVersion!: string;

  @ApiProperty({ description: 'Edition of the calendar its due times are counted by' })
  calendarVersion!: number;
}

export class TicketListView {
  @ApiProperty({ type: [TicketView] })
  items!: readonly TicketView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function listView(ticket: ListedTicket, network: Network): TicketView {
  return ticketView(ticket, network, ticket.lease);
}

export function pageView(ticket: TicketRecord, network: Network, lease?: TicketLease): TicketPageView {
  return { ...ticketView(ticket, network, lease), form: JSON.parse(ticket.formJson) as unknown };
}

function ticketView(ticket: TicketSummary, network: Network, lease: TicketLease | undefined): TicketView {
  return {
    id: ticket.id,
    ticketNo: ticket.ticketNo,
    requestId: ticket.requestId,
    requestNo: ticket.requestNo,
    itemId: ticket.itemId,
    serviceCode: ticket.serviceCode,
    serviceName: ticket.serviceName,
    domain: ticket.domain,
    enterprise: ticket.enterprise,
    contact: { name: ticket.contact.name, phone: shownPhone(ticket.contact.phone) },
    nodeCode: ticket.nodeCode,
    nodeName: network.node(ticket.nodeCode)?.name ?? { zh: ticket.nodeCode, en: ticket.nodeCode },
    institutionId: ticket.institution?.id,
    institutionName: ticket.institution?.name,
    institutionChoice: ticket.institutionChoice,
    status: ticket.status,
    triage: ticket.triage,
    pauseReason: ticket.pauseReason,
    assignee: ticket.assignee,
    lease: lease && leaseView(lease),
    urgency: ticket.urgency,
    priority: ticket.priority,
    urged: ticket.urged,
    mode: ticket.mode,
    filedAt: ticket.filedAt,
    routedAt: ticket.routedAt,
    acceptedAt: ticket.acceptedAt,
    resolvedAt: ticket.endedAt,
    acceptDueAt: ticket.acceptDueAt,
    completeDueAt: ticket.completeDueAt,
    sla: ticket.sla,
    dueEstimated: ticket.dueEstimated,
    jobId: ticket.jobId,
    returnedFor: ticket.returnedFor,
    resolution: ticket.resolution,
    version: ticket.version,
    actions: actionsOf(ticket),
  };
}
