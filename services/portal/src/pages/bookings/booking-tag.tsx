import type { BookingStatus } from '../../api/bookings.js';
import { useTexts } from '../../i18n/use-texts.js';

const TONES: Record<BookingStatus, string> = {
  REQUESTED: 'warn',
  CONFIRMED: 'brand',
  CHECKED_IN: 'brand',
  COMPLETED: 'good',
  NO_SHOW: 'bad',
  CANCELLED: 'plain',
  LAPSED: 'plain',
};

export function BookingTag({ status }: { status: BookingStatus }) {
  const { t } = useTexts();
  return <span className={`tag tag-${TONES[status]}`}>{t(`bookingStatus.${status}`)}</span>;
}
