import type { Booking } from '../../api/bookings.js';
import type { Role } from '../../api/roles.js';
import type { Me } from '../../api/session.js';
import { stepsOf } from './steps-of.js';

const BOOKING = {
  ownerId: 'ORG001',
  booker: { kind: 'enterprise', id: 'USCC', name: '企业' },
  next: ['CONFIRMED', 'CANCELLED'],
} as unknown as Booking;
const person = (organizationId: string, ...roles: Role[]) => ({ organizationId, roles }) as unknown as Me;

describe('the steps of a booking', () => {
  it('are all of the owner', () => {
    expect(stepsOf(BOOKING, person('ORG001', 'technician'))).toEqual(['confirm', 'cancel']);
  });

  it('leave the booker the giving back', () => {
    expect(stepsOf(BOOKING, person('USCC', 'enterprise_member'))).toEqual(['cancel']);
  });

  it('are none of another institution, nor of a reviewer', () => {
    expect(stepsOf(BOOKING, person('ORG002', 'technician'))).toEqual([]);
    expect(stepsOf(BOOKING, person('ORG001', 'reviewer'))).toEqual([]);
  });

  it('end with the booking', () => {
    expect(stepsOf({ ...BOOKING, next: [] }, person('ORG001', 'technician'))).toEqual([]);
  });
});
