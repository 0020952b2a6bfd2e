import type { Deliverable, DeliverableKind } from './deliverable.js';

/** A deliverable as its table has it, the document left out. */
export interface DeliverableRow {
  id: string;
  number: string;
  verify_code: string;
  job_id: string;
  request_id: string;
  item_id: string;
  kind: DeliverableKind;
  title_zh: string;
  title_en: string;
  conclusion: string;
  enterprise_uscc: string;
  enterprise_name: string;
  institution_id: string;
  institution_name: string;
  node_path: string;
  issued_at: Date;
  valid_until: string | null;
  sha256: string;
}

export const DELIVERABLE_COLUMNS = `id, number, verify_code, job_id, request_id, item_id, kind, title_zh, title_en,
  conclusion, enterprise_uscc, enterprise_name, institution_id, institution_name, node_path, issued_at,
  valid_until::text AS valid_until, sha256`;

export const toDeliverable = (row: DeliverableRow): Deliverable => ({
  id: row.id,
  number: row.number,
  verifyCode: row.verify_code,
  jobId: row.job_id,
  requestId: row.request_id,
  itemId: row.item_id,
  kind: row.kind,
  title: { zh: row.title_zh, en: row.title_en },
  conclusion: row.conclusion,
  enterpriseUscc: row.enterprise_uscc,
  enterpriseName: row.enterprise_name,
  institutionId: row.institution_id,
  institutionName: row.institution_name,
  nodePath: row.node_path,
  issuedAt: row.issued_at,
  validUntil: row.valid_until,
  sha256: row.sha256,
});
