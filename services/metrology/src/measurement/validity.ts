import { addDays, addMonths } from '@nqi/kernel';
import type { InstrumentKind } from '../instruments/instrument-kind.js';

/** Last day on which an instrument verified on `date` may be used: the day before the period comes round. */
export function validUntil(date: string, periodMonths: number): string {
  return addDays(addMonths(date, periodMonths), -1);
}

/** What a certificate says of validity where no date follows from a period. */
export function withoutDate(kind: InstrumentKind | undefined): string {
  switch (kind?.mode) {
    case 'first_rotate':
      return `首次强制检定，限期使用，到期轮换${kind.periodNote ? `(${kind.periodNote})` : ''}`;
    case 'first_scrap':
      return '首次强制检定，失准报废';
    case 'periodic':
    case 'none':
    case undefined:
      return '不规定有效期';
  }
}
