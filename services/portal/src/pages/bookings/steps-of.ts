import type { Booking, BookingStatus, BookingStep } from '../../api/bookings.js';
import { can } from '../../api/roles.js';
import type { Me } from '../../api/session.js';

const STEP_TO: Partial<Record<BookingStatus, BookingStep>> = {
  CONFIRMED: 'confirm',
  CHECKED_IN: 'check-in',
  COMPLETED: 'complete',
  NO_SHOW: 'no-show',
  CANCELLED: 'cancel',
};

/** What the person may do now: the owner's people decide, whoever booked may give it back. */
export function stepsOf({ next, ownerId, booker }: Booking, me: Me): readonly BookingStep[] {
  const owns = can(me.roles, 'booking-handle') && me.organizationId === ownerId;
  const mayCancel =
    can(me.roles, 'booking-cancel') && (owns || me.organizationId === booker.id || me.roles.includes('dispatcher'));
  return next.flatMap((status) => {
    const step = STEP_TO[status];
    return step && (step === 'cancel' ? mayCancel : owns) ? [step] : [];
  });
}
