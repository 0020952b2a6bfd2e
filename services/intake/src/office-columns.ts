import type { OfficeColumn } from '@nqi/platform';

/** Those that were there when columns began to follow offices; a later one has a migration of its own. */
export const FIRST_OFFICE_COLUMNS: readonly OfficeColumn[] = [
  { table: 'request_item', column: 'node_path' },
  { table: 'rectification', column: 'node_path' },
];

export const DEMAND_OFFICE: OfficeColumn = { table: 'demand', column: 'node_path', needsIndex: true };

/** Where this service keeps paths of offices. */
export const OFFICE_COLUMNS: readonly OfficeColumn[] = [...FIRST_OFFICE_COLUMNS, DEMAND_OFFICE];
