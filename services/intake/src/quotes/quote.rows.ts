import { nextDueAt, type QuoteLine, type QuoteRecord } from './quote.js';
import type { QuoteStatus } from './quote-state.js';

/** A quote with its item, whose holder now is who answers for it. */
export const QUOTES = `
  SELECT q.*, q.valid_until::text AS valid_day, r.request_no, r.enterprise_uscc, r.enterprise_name, r.region_code, r.park_code, i.service_code,
    i.ticket_id, i.node_path, i.institution_id, i.institution_name
  FROM quote q JOIN request_item i ON i.id = q.item_id JOIN request r ON r.id = q.request_id`;

export const OWNERSHIP = {
  nodePath: 'i.node_path',
  enterpriseUscc: 'r.enterprise_uscc',
  institutionId: 'i.institution_id',
};

export interface QuoteRow {
  id: string;
  request_id: string;
  request_no: string;
  item_id: string;
  service_code: string;
  service_name_zh: string;
  service_name_en: string;
  enterprise_uscc: string;
  enterprise_name: string;
  region_code: string;
  park_code: string | null;
  ticket_id: string | null;
  node_path: string | null;
  institution_id: string | null;
  institution_name: string | null;
  lines: QuoteLine[];
  total_fen: string;
  valid_day: string;
  expires_at: Date;
  remark: string | null;
  status: QuoteStatus;
  offered_by: string;
  offered_at: Date;
  remind_at: Date | null;
  ended_by: string | null;
  ended_at: Date | null;
  reason: string | null;
  version: number;
}

export function toRecord(row: QuoteRow): QuoteRecord {
  return {
    id: row.id,
    requestId: row.request_id,
    requestNo: row.request_no,
    itemId: row.item_id,
    serviceCode: row.service_code,
    serviceName: { zh: row.service_name_zh, en: row.service_name_en },
    enterprise: { uscc: row.enterprise_uscc, name: row.enterprise_name },
    regionCode: row.region_code,
    ...(row.park_code !== null && { parkCode: row.park_code }),
    ticketId: row.ticket_id ?? '',
    nodePath: row.node_path ?? '',
    ...(row.institution_id !== null && { institutionId: row.institution_id }),
    ...(row.institution_name !== null && { institutionName: row.institution_name }),
    lines: row.lines,
    totalFen: Number(row.total_fen),
    validUntil: row.valid_day,
    expiresAt: row.expires_at,
    ...(row.remark !== null && { remark: row.remark }),
    status: row.status,
    offeredBy: row.offered_by,
    offeredAt: row.offered_at,
    ...(row.remind_at !== null && { remindAt: row.remind_at }),
    ...(row.ended_by !== null && { endedBy: row.ended_by }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.reason !== null && { reason: row.reason }),
    version: row.version,
  };
}

export const FIXED = `
  id, request_id, item_id, service_name_zh, service_name_en, lines, total_fen, valid_until, expires_at, remark, offered_by,
  offered_at`;

/** What stays as it was offered, in the order of `FIXED`. */
export function fixedValues(quote: QuoteRecord): unknown[] {
  return [
    quote.id,
    quote.requestId,
    quote.itemId,
    quote.serviceName.zh,
    quote.serviceName.en,
    JSON.stringify(quote.lines),
    quote.totalFen,
    quote.validUntil,
    quote.expiresAt,
    quote.remark ?? null,
    quote.offeredBy,
    quote.offeredAt,
  ];
}

export const CHANGEABLE = 'status, remind_at, next_due_at, ended_by, ended_at, reason, version';

/** What changes, in the order of `CHANGEABLE`. */
export function changeableValues(quote: QuoteRecord): unknown[] {
  return [
    quote.status,
    quote.remindAt ?? null,
    nextDueAt(quote) ?? null,
    quote.endedBy ?? null,
    quote.endedAt ?? null,
    quote.reason ?? null,
    quote.version,
  ];
}
