import type { OfficeColumn } from '@nqi/platform';

/** Where this service keeps paths of offices. */
export const OFFICE_COLUMNS: readonly OfficeColumn[] = [
  { table: 'request_item', column: 'node_path' },
  { table: 'rectification', column: 'node_path' },
];
