import type { OfficeColumn } from '@nqi/platform';
import { WORK_OFFICE_COLUMNS } from '@nqi/work';

/** Where this service keeps paths of offices. */
export const OFFICE_COLUMNS: readonly OfficeColumn[] = WORK_OFFICE_COLUMNS;
