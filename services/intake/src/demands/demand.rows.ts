import type { DemandRecord, DemandStatus, Proposal } from './demand.js';

export interface DemandRow {
  request_id: string;
  request_no: string;
  item_id: string;
  enterprise_uscc: string;
  enterprise_name: string;
  region_code: string;
  park_code: string | null;
  node_path: string;
  text: string;
  opened_at: Date;
  status: DemandStatus;
  proposal: (Omit<Proposal, 'at'> & { at: string }) | null;
  declined: string[];
  closed_for: string | null;
  due_at: Date | null;
  next_due_at: Date | null;
  version: number;
}

export const FIXED = `
  request_id, request_no, item_id, enterprise_uscc, enterprise_name, region_code, park_code, node_path, text, opened_at`;
export const CHANGEABLE = 'status, proposal, declined, closed_for, due_at, next_due_at, version';

export function fixedValues(demand: DemandRecord): unknown[] {
  const { requestId, requestNo, itemId, enterprise, regionCode, parkCode, nodePath, text, openedAt } = demand;
  return [
    ...[requestId, requestNo, itemId, enterprise.uscc, enterprise.name, regionCode, parkCode ?? null],
    ...[nodePath, text, openedAt],
  ];
}

export function changeableValues(demand: DemandRecord): unknown[] {
  const { status, proposal, declined, closedFor, dueAt, nextDueAt, version } = demand;
  return [
    ...[status, proposal ? JSON.stringify(proposal) : null, JSON.stringify(declined), closedFor ?? null],
    ...[dueAt ?? null, nextDueAt ?? null, version],
  ];
}

export function toRecord(row: DemandRow): DemandRecord {
  return {
    requestId: row.request_id,
    requestNo: row.request_no,
    itemId: row.item_id,
    enterprise: { uscc: row.enterprise_uscc, name: row.enterprise_name },
    regionCode: row.region_code,
    ...(row.park_code !== null && { parkCode: row.park_code }),
    nodePath: row.node_path,
    text: row.text,
    openedAt: row.opened_at,
    status: row.status,
    ...(row.proposal && { proposal: { ...row.proposal, at: new Date(row.proposal.at) } }),
    declined: row.declined,
    ...(row.closed_for !== null && { closedFor: row.closed_for }),
    ...(row.due_at && { dueAt: row.due_at }),
    ...(row.next_due_at && { nextDueAt: row.next_due_at }),
    version: row.version,
  };
}
