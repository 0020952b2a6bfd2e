import type { ServiceDomain } from '@nqi/kernel';
import type { Escalation } from '../clocks/escalation-ladder.js';
import type { ClockMark, PauseReason, ServiceLevel } from '../clocks/service-level.js';
import type { ClockSegment } from '../clocks/ticket-clocks.js';
import type { InstitutionChoice, TriageReason } from '../rules/decision.js';
import type { SlaState, TicketRecord, TicketStatus, TicketSummary } from './ticket-state.js';

/* Rows of the ticket table and how they become records and back. */

/** What a list needs of a ticket: all but the form, the clock segments and the rungs. */
export interface TicketListRow {
  id: string;
  ticket_no: string;
  request_id: string;
  request_no: string;
  item_id: string;
  service_code: string;
  service_name_zh: string;
  service_name_en: string;
  domain: ServiceDomain;
  enterprise_uscc: string;
  enterprise_name: string;
  contact_name: string;
  contact_phone: string;
  region_code: string;
  park_code: string | null;
  mode: string;
  urgency: string;
  node_code: string;
  node_path: string;
  institution_id: string | null;
  institution_name: string | null;
  institution_choice: InstitutionChoice;
  status: TicketStatus;
  triage: TriageReason | null;
  handed_up_at: Date | null;
  resumes_to: TicketStatus | null;
  pause_reason: PauseReason | null;
  returned_for: string[] | null;
  assignee: string | null;
  job_id: string | null;
  resolution: string | null;
  complete_limit_days: number;
  promise: ServiceLevel;
  policy_version: string;
  calendar_version: number;
  accept_mark: ClockMark;
  complete_mark: ClockMark;
  priority: number;
  urged: number;
  accept_due_at: Date;
  complete_due_at: Date;
  due_estimated: boolean;
  sla: SlaState;
  filed_at: Date;
  routed_at: Date;
  accepted_at: Date | null;
  responded_at: Date | null;
  started_at: Date | null;
  ended_at: Date | null;
  version: number;
}

export interface TicketRow extends TicketListRow {
  form: string;
  segments: (Omit<ClockSegment, 'from'> & { from: string })[];
  escalations: (Omit<Escalation, 'at'> & { at: string })[];
}

const FIXED = [
  'id',
  'ticket_no',
  'request_id',
  'request_no',
  'item_id',
  'service_code',
  'service_name_zh',
  'service_name_en',
  'domain',
  'enterprise_uscc',
  'enterprise_name',
  'contact_name',
  'contact_phone',
  'region_code',
  'park_code',
  'mode',
  'urgency',
  'complete_limit_days',
  'filed_at',
  'routed_at',
] as const;
const CHANGING = [
  'form',
  'node_code',
  'node_path',
  'institution_id',
  'institution_name',
  'institution_choice',
  'status',
  'triage',
  'handed_up_at',
  'resumes_to',
  'pause_reason',
  'returned_for',
  'assignee',
  'job_id',
  'resolution',
  'segments',
  'promise',
  'policy_version',
  'calendar_version',
  'accept_mark',
  'complete_mark',
  'priority',
  'escalations',
  'accept_due_at',
  'complete_due_at',
  'due_estimated',
  'sla',
  'accepted_at',
  'responded_at',
  'started_at',
  'ended_at',
  'version',
] as const;

export const TICKET_COLUMNS = [...FIXED, ...CHANGING];
const WEIGHTY = ['form', 'segments', 'escalations'];

/** Columns of a `TicketListRow`, of the ticket table under the alias `t`. */
export const LIST_COLUMNS = [...TICKET_COLUMNS.filter((column) => !WEIGHTY.includes(column)), 'urged']
  .map((column) => `t.${column}`)
  .join(', ');

/** Columns of a `TicketRow`; the form stays the text it came as. */
export const FULL_COLUMNS = `${LIST_COLUMNS}, t.form::text AS form, t.segments, t.escalations`;

export const UPDATE_TICKET = `
  UPDATE ticket SET ${CHANGING.map((column, index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`;

/** Values in the order of `TICKET_COLUMNS`. */
export function insertValues(ticket: TicketRecord): unknown[] {
  return [
    ticket.id,
    ticket.ticketNo,
    ticket.requestId,
    ticket.requestNo,
    ticket.itemId,
    ticket.serviceCode,
    ticket.serviceName.zh,
    ticket.serviceName.en,
    ticket.domain,
    ticket.enterprise.uscc,
    ticket.enterprise.name,
    ticket.contact.name,
    ticket.contact.phone,
    ticket.regionCode,
    ticket.parkCode ?? null,
    ticket.mode,
    ticket.urgency,
    ticket.catalogueDays,
    ticket.filedAt,
    ticket.routedAt,
    ...changingValues(ticket),
  ];
}

/** Values of `UPDATE_TICKET`. */
export function updateValues(ticket: TicketRecord): unknown[] {
  return [ticket.id, ...changingValues(ticket)];
}

function changingValues(ticket: TicketRecord): unknown[] {
  return [
    ticket.formJson,
    ticket.nodeCode,
    ticket.nodePath,
    ticket.institution?.id ?? null,
    ticket.institution?.name ?? null,
    ticket.institutionChoice,
    ticket.status,
    ticket.triage ?? null,
    ticket.handedUpAt ?? null,
    ticket.resumesTo ?? null,
    ticket.pauseReason ?? null,
    ticket.returnedFor ?? null,
    ticket.assignee ?? null,
    ticket.jobId ?? null,
    ticket.resolution ?? null,
    JSON.stringify(ticket.segments),
    JSON.stringify(ticket.serviceLevel),
    ticket.policyVersion,
    ticket.calendarVersion,
    ticket.marks.accept,
    ticket.marks.complete,
    ticket.priority,
    JSON.stringify(ticket.escalations),
    ticket.acceptDueAt,
    ticket.completeDueAt,
    ticket.dueEstimated,
    ticket.sla,
    ticket.acceptedAt ?? null,
    ticket.respondedAt ?? null,
    ticket.startedAt ?? null,
    ticket.endedAt ?? null,
    ticket.version,
  ];
}

export function toSummary(row: TicketListRow): TicketSummary {
  return {
    id: row.id,
    ticketNo: row.ticket_no,
    requestId: row.request_id,
    requestNo: row.request_no,
    itemId: row.item_id,
    serviceCode: row.service_code,
    serviceName: { zh: row.service_name_zh, en: row.service_name_en },
    domain: row.domain,
    enterprise: { uscc: row.enterprise_uscc, name: row.enterprise_name },
    contact: { name: row.contact_name, phone: row.contact_phone },
    regionCode: row.region_code,
    parkCode: row.park_code ?? undefined,
    mode: row.mode,
    urgency: row.urgency,
    nodeCode: row.node_code,
    nodePath: row.node_path,
    institution:
      row.institution_id !== null && row.institution_name !== null
        ? { id: row.institution_id, name: row.institution_name }
        : undefined,
    institutionChoice: row.institution_choice,
    status: row.status,
    triage: row.triage ?? undefined,
    handedUpAt: row.handed_up_at ?? undefined,
    resumesTo: row.resumes_to ?? undefined,
    pauseReason: row.pause_reason ?? undefined,
    returnedFor: row.returned_for ?? undefined,
    assignee: row.assignee ?? undefined,
    jobId: row.job_id ?? undefined,
    resolution: row.resolution ?? undefined,
    catalogueDays: row.complete_limit_days,
    serviceLevel: row.promise,
    policyVersion: row.policy_version,
    calendarVersion: row.calendar_version,
    marks: { accept: row.accept_mark, complete: row.complete_mark },
    priority: row.priority,
    urged: row.urged,
    acceptDueAt: row.accept_due_at,
    completeDueAt: row.complete_due_at,
    dueEstimated: row.due_estimated,
    sla: row.sla,
    filedAt: row.filed_at,
    routedAt: row.routed_at,
    acceptedAt: row.accepted_at ?? undefined,
    respondedAt: row.responded_at ?? undefined,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    version: row.version,
  };
}

export function toSegments(segments: TicketRow['segments']): ClockSegment[] {
  return segments.map((segment) => ({ ...segment, from: new Date(segment.from) }));
}

export function toRecord(row: TicketRow): TicketRecord {
  return {
    ...toSummary(row),
    formJson: row.form,
    segments: toSegments(row.segments),
    escalations: row.escalations.map((escalation) => ({ ...escalation, at: new Date(escalation.at) })),
  };
}
