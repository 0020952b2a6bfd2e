import type { DomainError } from '@nqi/kernel';
import { BOOKING_MOVES, BOOKING_STATUSES, Booking, usedSpan, type BookingRecord } from './booking.js';

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`);
const by = (time: string, actor = 'technician-ORG005') => ({ actor, at: at(time) });
const facts = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  resourceId: '0190aaaa-0000-7000-8000-000000000002',
  ownerId: 'ORG005',
  during: { start: at('10:00'), end: at('12:00') },
  booker: { kind: 'enterprise', id: '91370481XD4164886N', name: '某企业' },
  requestedBy: 'ent-370481',
  purpose: '试验',
  fee: 40_000,
} as const;
const requested = () => Booking.request(facts, at('08:00'), at('17:30'));
const confirmed = () => {
  const booking = requested();
  booking.confirm(by('08:30'));
  return booking;
};
const codeOf = (work: () => void) => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return undefined;
};

describe('a booking', () => {
  it('is requested, confirmed, checked in and completed, each a version and a line of its history', () => {
    const booking = confirmed();
    booking.checkIn(by('09:50'));
    booking.complete(by('11:30'));

    expect(booking.snapshot()).toMatchObject({ status: 'COMPLETED', version: 4, endedAt: at('11:30') });
    expect(booking.pullEvents().map(({ version, status }) => `${version} ${status}`)).toEqual([
      '1 REQUESTED',
      '2 CONFIRMED',
      '3 CHECKED_IN',
      '4 COMPLETED',
    ]);
  });

  it('lets in half an hour early, not earlier, and not when the time is over', () => {
    expect(codeOf(() => confirmed().checkIn(by('09:29')))).toBe('BOOKING.TOO_EARLY');
    expect(codeOf(() => confirmed().checkIn(by('09:30')))).toBeUndefined();
    expect(codeOf(() => confirmed().checkIn(by('12:00')))).toBe('BOOKING.TOO_LATE');
  });

  it('is no longer confirmed when its time is over', () => {
    expect(codeOf(() => requested().confirm(by('12:00')))).toBe('BOOKING.TOO_LATE');
  });

  it('is a no-show only once its time has begun', () => {
    expect(codeOf(() => confirmed().noShow(by('09:59')))).toBe('BOOKING.TOO_EARLY');
    const booking = confirmed();
    booking.noShow(by('10:20'));
    expect(booking.snapshot().status).toBe('NO_SHOW');
  });

  it('is cancelled with a reason; by its booker only before its time begins', () => {
    const booking = confirmed();
    booking.cancel(by('09:00', 'ent-370481'), '样品未到', 'booker');

    expect(booking.pullEvents().at(-1)).toMatchObject({ status: 'CANCELLED', reason: '样品未到', actor: 'ent-370481' });
    expect(codeOf(() => confirmed().cancel(by('10:00'), '样品未到', 'booker'))).toBe('BOOKING.TOO_LATE');
    expect(codeOf(() => confirmed().cancel(by('10:00'), '设备故障', 'owner'))).toBeUndefined();
  });

  it('is given back with its ticket, unless it is in use or over', () => {
    const inUse = confirmed();
    inUse.checkIn(by('10:00'));
    inUse.release(by('10:30'), '申请已撤销');
    const waiting = requested();
    waiting.release(by('10:30'), '申请已撤销');

    expect(inUse.snapshot()).toMatchObject({ status: 'CHECKED_IN', version: 3 });
    expect(waiting.snapshot()).toMatchObject({ status: 'CANCELLED', version: 2 });
  });

  it('lapses when nobody answers in time, at the latest when its time begins', () => {
    const booking = requested();
    booking.comeDue(at('09:59'));
    expect(booking.snapshot()).toMatchObject({ status: 'REQUESTED', dueAt: at('10:00') });
    booking.comeDue(at('10:00'));

    expect(booking.snapshot()).toMatchObject({ status: 'LAPSED', endedAt: at('10:00'), version: 2 });
    expect(booking.snapshot().dueAt).toBeUndefined();
    expect(booking.pullEvents().at(-1)).toMatchObject({ status: 'LAPSED', actor: 'system' });
    const soon = Booking.request(facts, at('08:00'), at('08:30'));
    soon.comeDue(at('08:30'));
    expect(soon.snapshot().status).toBe('LAPSED');
  });

  it('confirmed, is a no-show when its time ends and nobody came; one in use waits for its end', () => {
    const booking = confirmed();
    booking.comeDue(at('11:59'));
    expect(booking.snapshot().status).toBe('CONFIRMED');
    booking.comeDue(at('12:00'));
    expect(booking.snapshot().status).toBe('NO_SHOW');

    const inUse = confirmed();
    inUse.checkIn(by('10:00'));
    inUse.comeDue(at('13:00'));
    expect(inUse.snapshot()).toMatchObject({ status: 'CHECKED_IN', version: 3 });
  });

  it('moves by its table and by nothing else', () => {
    const steps: Record<string, (booking: Booking) => void> = {
      CONFIRMED: (booking) => booking.confirm(by('10:10')),
      CHECKED_IN: (booking) => booking.checkIn(by('10:10')),
      COMPLETED: (booking) => booking.complete(by('10:10')),
      NO_SHOW: (booking) => booking.noShow(by('10:10')),
      CANCELLED: (booking) => booking.cancel(by('10:10'), '原因', 'owner'),
    };
    for (const from of BOOKING_STATUSES) {
      for (const [to, step] of Object.entries(steps)) {
        const booking = Booking.restore({ ...facts, status: from, version: 7 });
        const isAllowed = BOOKING_MOVES[from].some((status) => status === to);
        expect([from, to, codeOf(() => step(booking))]).toEqual([
          from,
          to,
          isAllowed ? undefined : 'BOOKING.ILLEGAL_MOVE',
        ]);
        expect(booking.snapshot().version).toBe(isAllowed ? 8 : 7);
      }
    }
  });
});

describe('the used time', () => {
  const record = (fields: Partial<BookingRecord>): BookingRecord => ({
    ...facts,
    status: 'COMPLETED',
    version: 4,
    ...fields,
  });

  it('lies between check-in and end, within what was booked', () => {
    const early = record({ checkedInAt: at('09:40'), endedAt: at('11:00') });
    const late = record({ checkedInAt: at('10:30'), endedAt: at('12:40') });

    expect(usedSpan(early, at('15:00'))).toEqual({ start: at('10:00'), end: at('11:00') });
    expect(usedSpan(late, at('15:00'))).toEqual({ start: at('10:30'), end: at('12:00') });
  });

  it('runs until now while it is in use, and is none before or without it', () => {
    expect(usedSpan(record({ status: 'CHECKED_IN', checkedInAt: at('10:00') }), at('10:45'))?.end).toEqual(at('10:45'));
    expect(usedSpan(record({ status: 'NO_SHOW', endedAt: at('10:30') }), at('15:00'))).toBeUndefined();
  });
});
