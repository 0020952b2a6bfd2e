import type { JobState } from './job.js';

/** A job as its table has it. */
export interface JobRow {
  id: string;
  job_no: string;
  ticket_id: string;
  request_id: string;
  request_no: string;
  item_id: string;
  service_code: string;
  service_name_zh: string;
  service_name_en: string;
  enterprise_uscc: string;
  enterprise_name: string;
  node_code: string;
  node_path: string;
  institution_id: string;
  institution_name: string;
  mode: string;
  status: string;
  version: number;
  data: unknown;
  people: JobState<string, unknown>['people'];
  hands: JobState<string, unknown>['hands'];
  opened_at: Date;
  closed_at: Date | null;
}

export interface JobStepRow {
  job_id: string;
  version: number;
  at: Date;
  actor: string;
  action: string;
  from_status: string;
  to_status: string;
}

export const toJobState = (row: JobRow): JobState<string, unknown> => ({
  id: row.id,
  jobNo: row.job_no,
  ticketId: row.ticket_id,
  requestId: row.request_id,
  requestNo: row.request_no,
  itemId: row.item_id,
  serviceCode: row.service_code,
  serviceName: { zh: row.service_name_zh, en: row.service_name_en },
  enterpriseUscc: row.enterprise_uscc,
  enterpriseName: row.enterprise_name,
  nodeCode: row.node_code,
  nodePath: row.node_path,
  institutionId: row.institution_id,
  institutionName: row.institution_name,
  mode: row.mode,
  status: row.status,
  version: row.version,
  data: row.data,
  people: row.people,
  hands: row.hands,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
});
