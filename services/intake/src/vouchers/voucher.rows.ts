import type { ServiceDomain } from '@nqi/kernel';
import type { VoucherKind } from './programme.js';
import type { VoucherStatus } from './voucher-state.js';
import type { StoredVoucher, VoucherTerms } from './voucher.repository.js';
import type { VoucherRecord } from './voucher.js';

/** A voucher with its programme's terms and, once it is tied to an order, who performs that. */
export const VOUCHERS = `
  SELECT v.*, p.name_zh, p.name_en, p.kind, p.share_percent, p.cap_fen, p.domains, p.service_codes,
    p.first_day::text AS first_date, p.last_day::text AS last_date, r.id AS request_id, r.request_no, i.node_path,
    i.institution_id, i.institution_name
  FROM voucher v JOIN voucher_programme p ON p.id = v.programme_id
  LEFT JOIN request_item i ON i.id = v.item_id LEFT JOIN request r ON r.id = i.request_id`;

export const OWNERSHIP = {
  nodePath: 'i.node_path',
  enterpriseUscc: 'v.enterprise_uscc',
  institutionId: 'i.institution_id',
};

export interface VoucherRow {
  id: string;
  programme_id: string;
  enterprise_uscc: string;
  enterprise_name: string;
  face_fen: string;
  granted_at: Date;
  expires_at: Date;
  status: VoucherStatus;
  quote_id: string | null;
  item_id: string | null;
  amount_fen: string | null;
  invoice_no: string | null;
  applied_by: string | null;
  version: number;
  name_zh: string;
  name_en: string;
  kind: VoucherKind;
  share_percent: number;
  cap_fen: string;
  domains: ServiceDomain[];
  service_codes: string[];
  first_date: string;
  last_date: string;
  request_id: string | null;
  request_no: string | null;
  node_path: string | null;
  institution_id: string | null;
  institution_name: string | null;
}

export function toRecord(row: VoucherRow): VoucherRecord {
  return {
    id: row.id,
    programmeId: row.programme_id,
    enterprise: { uscc: row.enterprise_uscc, name: row.enterprise_name },
    faceFen: Number(row.face_fen),
    status: row.status,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    ...(row.quote_id !== null && { quoteId: row.quote_id }),
    ...(row.item_id !== null && { itemId: row.item_id }),
    ...(row.amount_fen !== null && { amountFen: Number(row.amount_fen) }),
    ...(row.invoice_no !== null && { invoiceNo: row.invoice_no }),
    ...(row.applied_by !== null && { appliedBy: row.applied_by }),
    version: row.version,
  };
}

export function toTerms(row: VoucherRow): VoucherTerms {
  return {
    name: { zh: row.name_zh, en: row.name_en },
    kind: row.kind,
    sharePercent: row.share_percent,
    capFen: Number(row.cap_fen),
    domains: row.domains,
    serviceCodes: row.service_codes,
    firstDay: row.first_date,
    lastDay: row.last_date,
  };
}

export function toStored(row: VoucherRow): StoredVoucher {
  return {
    voucher: toRecord(row),
    terms: toTerms(row),
    ...(row.request_id !== null && { requestId: row.request_id }),
    ...(row.request_no !== null && { requestNo: row.request_no }),
    ...(row.node_path !== null && { nodePath: row.node_path }),
    ...(row.institution_id !== null && { institutionId: row.institution_id }),
    ...(row.institution_name !== null && { institutionName: row.institution_name }),
  };
}
