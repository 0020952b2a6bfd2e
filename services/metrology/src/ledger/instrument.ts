import { addDays } from '@nqi/kernel';

/** May be used, soon due, due, or not to be used. An instrument without a date of expiry is never due. */
export type InstrumentStatus = 'IN_USE' | 'DUE_SOON' | 'OVERDUE' | 'FAILED';
export const INSTRUMENT_STATUSES: readonly InstrumentStatus[] = ['IN_USE', 'DUE_SOON', 'OVERDUE', 'FAILED'];

/** Days before the last day on which an owner is told to apply. */
const DUE_SOON_DAYS = 30;

export function instrumentStatus(
  { conforms, validUntil }: { readonly conforms: boolean | null; readonly validUntil: string | null },
  today: string,
): InstrumentStatus {
  if (conforms === false) return 'FAILED';
  if (validUntil === null) return 'IN_USE';
  if (validUntil < today) return 'OVERDUE';
  return validUntil <= addDays(today, DUE_SOON_DAYS) ? 'DUE_SOON' : 'IN_USE';
}

/** First and last `validUntil` of the conforming instruments in a status; undefined where a status has no such end. */
export function validityOf(
  status: Exclude<InstrumentStatus, 'FAILED'>,
  today: string,
): { readonly from?: string; readonly to?: string } {
  switch (status) {
    case 'OVERDUE':
      return { to: addDays(today, -1) };
    case 'DUE_SOON':
      return { from: today, to: addDays(today, DUE_SOON_DAYS) };
    case 'IN_USE':
      return { from: addDays(today, DUE_SOON_DAYS + 1) };
  }
}
