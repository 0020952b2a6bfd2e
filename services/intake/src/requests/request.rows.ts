import type { ServiceDomain } from '@nqi/kernel';
import type { ItemStatus, RequestStatus } from './request-status.js';
import type { FiledPlan, Form, Mode, RequestItemState, RequestState, Urgency } from './request.js';

export const REQUEST_COLUMNS = `
  r.id, r.request_no, r.enterprise_uscc, r.enterprise_name, r.enterprise_unverified, r.region_code, r.park_code, r.mode, r.urgency,
  r.package_code, r.catalogue_edition, r.contact_name, r.contact_phone, r.filed_by, r.filed_at_office, r.filed_at, r.status,
  r.completed_at, r.wanted_date::text AS wanted_day, r.plan, r.promised_days, r.rating_stars, r.rating_reasons, r.rated_at, r.version`;

export const ITEM_COLUMNS = `
  i.id, i.request_id, i.service_code, i.domain, i.chosen_institution_id, i.recommended_by_platform, i.form, i.status, i.ticket_id, i.ticket_no,
  i.ticket_version, i.node_code, i.node_path, i.institution_id, i.institution_name, i.accept_due_at,
  i.complete_due_at, i.accepted_at, i.started_at, i.returned_for`;

export interface RequestRow {
  id: string;
  request_no: string;
  enterprise_uscc: string;
  enterprise_name: string;
  enterprise_unverified: boolean;
  region_code: string;
  park_code: string | null;
  mode: Mode;
  urgency: Urgency;
  package_code: string | null;
  catalogue_edition: string | null;
  plan: FiledPlan | null;
  promised_days: number | null;
  contact_name: string;
  contact_phone: string;
  filed_by: string;
  filed_at_office: string | null;
  filed_at: Date;
  status: RequestStatus;
  completed_at: Date | null;
  wanted_day: string | null;
  rating_stars: number | null;
  rating_reasons: string[] | null;
  rated_at: Date | null;
  version: number;
}

export interface ItemRow {
  id: string;
  request_id: string;
  service_code: string;
  domain: ServiceDomain;
  chosen_institution_id: string | null;
  recommended_by_platform: boolean;
  form: Form;
  status: ItemStatus;
  ticket_id: string | null;
  ticket_no: string | null;
  ticket_version: number;
  node_code: string | null;
  node_path: string | null;
  institution_id: string | null;
  institution_name: string | null;
  accept_due_at: Date | null;
  complete_due_at: Date | null;
  accepted_at: Date | null;
  started_at: Date | null;
  returned_for: string[] | null;
}

export function toRequestState(row: RequestRow, items: readonly ItemRow[]): RequestState {
  return {
    id: row.id,
    requestNo: row.request_no,
    enterprise: {
      uscc: row.enterprise_uscc,
      name: row.enterprise_name,
      ...(row.enterprise_unverified && { unverified: true }),
    },
    regionCode: row.region_code,
    parkCode: row.park_code ?? undefined,
    mode: row.mode,
    urgency: row.urgency,
    wantedDate: row.wanted_day ?? undefined,
    packageCode: row.package_code ?? undefined,
    catalogueEdition: row.catalogue_edition ?? undefined,
    ...(row.plan && { plan: row.plan }),
    ...(row.promised_days !== null && { promisedDays: row.promised_days }),
    contact: { name: row.contact_name, phone: row.contact_phone },
    filedBy: row.filed_by,
    filedAtOffice: row.filed_at_office ?? undefined,
    filedAt: row.filed_at,
    status: row.status,
    completedAt: row.completed_at ?? undefined,
    ...(row.rating_stars !== null &&
      row.rated_at !== null && {
        rating: { stars: row.rating_stars, reasons: row.rating_reasons ?? [], ratedAt: row.rated_at },
      }),
    items: items.map(toItemState),
    version: row.version,
  };
}

function toItemState(row: ItemRow): RequestItemState {
  return {
    id: row.id,
    serviceCode: row.service_code,
    domain: row.domain,
    chosenInstitutionId: row.chosen_institution_id ?? undefined,
    recommendedByPlatform: row.recommended_by_platform,
    form: row.form,
    status: row.status,
    ...(row.ticket_id !== null && {
      ticket: {
        id: row.ticket_id,
        ticketNo: row.ticket_no ?? '',
        version: row.ticket_version,
        nodeCode: row.node_code ?? '',
        nodePath: row.node_path ?? '',
        institutionId: row.institution_id ?? undefined,
        institutionName: row.institution_name ?? undefined,
      },
    }),
    acceptedAt: row.accepted_at ?? undefined,
    startedAt: row.started_at ?? undefined,
    acceptDueAt: row.accept_due_at ?? undefined,
    completeDueAt: row.complete_due_at ?? undefined,
    returnedFor: row.returned_for ?? [],
  };
}

/** An item's changeable columns as a record of `jsonb_to_recordset`; the form only when it is another than before. */
export function toItemRecord(item: RequestItemState, before: RequestItemState | undefined): Record<string, unknown> {
  const { ticket } = item;
  return {
    id: item.id,
    ...(item.form !== before?.form && { form: item.form }),
    status: item.status,
    ticket_id: ticket?.id,
    ticket_no: ticket?.ticketNo,
    ticket_version: ticket?.version ?? 0,
    node_code: ticket?.nodeCode,
    node_path: ticket?.nodePath,
    institution_id: ticket?.institutionId,
    institution_name: ticket?.institutionName,
    accept_due_at: item.acceptDueAt,
    complete_due_at: item.completeDueAt,
    accepted_at: item.acceptedAt,
    started_at: item.startedAt,
    returned_for: item.returnedFor.length > 0 ? item.returnedFor : null,
  };
}
