import { pendingClocks } from './rectification-clocks.js';
import type { CaseClock, RectificationCause, RectificationStatus } from './rectification-state.js';
import type { RectificationRecord } from './rectification.js';

export interface RectificationRow {
  id: string;
  request_id: string;
  request_no: string;
  enterprise_uscc: string;
  enterprise_name: string;
  region_code: string;
  park_code: string | null;
  node_path: string;
  cause: RectificationCause;
  stars: number | null;
  statements: string[];
  status: RectificationStatus;
  opened_at: Date;
  call_back_due_at: Date;
  rectify_due_at: Date;
  extended: boolean;
  overdue_told: CaseClock[];
  appealed_by: string | null;
  new_stars: number | null;
  ended_at: Date | null;
  version: number;
}

export function toRecord(row: RectificationRow): RectificationRecord {
  return {
    id: row.id,
    requestId: row.request_id,
    requestNo: row.request_no,
    enterprise: { uscc: row.enterprise_uscc, name: row.enterprise_name },
    regionCode: row.region_code,
    ...(row.park_code !== null && { parkCode: row.park_code }),
    nodePath: row.node_path,
    cause: row.cause,
    ...(row.stars !== null && { stars: row.stars }),
    statements: row.statements,
    status: row.status,
    openedAt: row.opened_at,
    callBackDueAt: row.call_back_due_at,
    rectifyDueAt: row.rectify_due_at,
    extended: row.extended,
    overdueTold: row.overdue_told,
    ...(row.appealed_by !== null && { appealedBy: row.appealed_by }),
    ...(row.new_stars !== null && { newStars: row.new_stars }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    version: row.version,
  };
}

/** What steps change, in the order of `CHANGEABLE`. */
export function changeableValues(found: RectificationRecord): unknown[] {
  return [
    found.status,
    found.rectifyDueAt,
    found.extended,
    found.overdueTold,
    pendingClocks(found)[0]?.dueAt ?? null,
    found.appealedBy ?? null,
    found.newStars ?? null,
    found.endedAt ?? null,
    found.version,
  ];
}

export const CHANGEABLE =
  'status, rectify_due_at, extended, overdue_told, next_due_at, appealed_by, new_stars, ended_at, version';

/** What stays as it was when the case was opened, in the order of `FIXED`. */
export function fixedValues(found: RectificationRecord): unknown[] {
  return [
    found.id,
    found.requestId,
    found.requestNo,
    found.enterprise.uscc,
    found.enterprise.name,
    found.regionCode,
    found.parkCode ?? null,
    found.nodePath,
    found.cause,
    found.stars ?? null,
    found.statements,
    found.openedAt,
    found.callBackDueAt,
  ];
}

export const FIXED = `
  id, request_id, request_no, enterprise_uscc, enterprise_name, region_code, park_code, node_path, cause, stars,
  statements, opened_at, call_back_due_at`;
