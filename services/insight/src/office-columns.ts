import type { OfficeColumn } from '@nqi/platform';

/** Where this service keeps paths of offices. */
export const OFFICE_COLUMNS: readonly OfficeColumn[] = [{ table: 'ticket_fact', column: 'node_path' }];
