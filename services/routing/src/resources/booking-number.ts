import { shanghaiDate } from '@nqi/kernel';
import type { Span } from './span.js';

/** Number that people know a booking by, `YY-20261124-000012`: its day and its count. */
export function bookingNo({ start }: Span, number: number): string {
  return `YY-${shanghaiDate(start).replaceAll('-', '')}-${String(number).padStart(6, '0')}`;
}
