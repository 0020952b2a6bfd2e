import type { ServiceDomain } from '@nqi/kernel';
import type { ReferralRecord } from './referral.js';
import type { StoredReferral } from './referral.repository.js';

/* Rows of referrals, with what their ticket tells, and how they become domain objects. */

export interface ReferralRow {
  id: string;
  ticket_id: string;
  purpose: string;
  limit_days: number;
  candidates: string[];
  partner_code: string | null;
  status: ReferralRecord['status'];
  offered_at: Date | null;
  received_at: Date | null;
  returned_at: Date | null;
  notices: number;
  version: number;
  partner_path: string | null;
  ticket_no: string;
  service_code: string;
  domain: ServiceDomain;
  service_name_zh: string;
  service_name_en: string;
  enterprise_name: string;
  node_code: string;
  node_path: string;
  complete_due_at: Date;
}

/** The owner is whoever holds the ticket now: a transfer takes its referrals along. */
export const SELECT_REFERRAL = `
  SELECT f.*, p.path AS partner_path, t.ticket_no, t.service_code, t.domain, t.service_name_zh, t.service_name_en,
    t.enterprise_name, t.node_code, t.node_path, t.complete_due_at
  FROM referral f JOIN ticket t ON t.id = f.ticket_id LEFT JOIN service_node p ON p.code = f.partner_code`;

export function referralValues(record: ReferralRecord): unknown[] {
  const { id, ticketId, purpose, limitDays, candidates, partnerCode, status, version } = record;
  const { offeredAt, receivedAt, returnedAt } = record;
  return [
    ...[id, ticketId, purpose, limitDays, candidates, partnerCode ?? null, status],
    ...[offeredAt ?? null, receivedAt ?? null, returnedAt ?? null, version],
  ];
}

export function changedValues(record: ReferralRecord, dueAt: Date | undefined): unknown[] {
  const { id, candidates, partnerCode, status, offeredAt, receivedAt, returnedAt, version, notices } = record;
  const times = [offeredAt ?? null, receivedAt ?? null, returnedAt ?? null];
  return [id, candidates, partnerCode ?? null, status, ...times, version, notices, dueAt ?? null];
}

export function toStored(row: ReferralRow): StoredReferral {
  return {
    record: {
      id: row.id,
      ticketId: row.ticket_id,
      purpose: row.purpose,
      limitDays: row.limit_days,
      candidates: row.candidates,
      ...(row.partner_code !== null && { partnerCode: row.partner_code }),
      status: row.status,
      ...(row.offered_at && { offeredAt: row.offered_at }),
      ...(row.received_at && { receivedAt: row.received_at }),
      ...(row.returned_at && { returnedAt: row.returned_at }),
      notices: row.notices,
      version: row.version,
    },
    ticket: {
      ticketNo: row.ticket_no,
      serviceCode: row.service_code,
      domain: row.domain,
      serviceName: { zh: row.service_name_zh, en: row.service_name_en },
      enterpriseName: row.enterprise_name,
      ownerCode: row.node_code,
      ownerPath: row.node_path,
      completeDueAt: row.complete_due_at,
    },
    ...(row.partner_path !== null && { partnerPath: row.partner_path }),
  };
}
