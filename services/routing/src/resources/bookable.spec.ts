import { WorkingCalendar, type OfficeWindow } from '@nqi/kernel';
import fc from 'fast-check';
import { BOOKING_DAYS_AHEAD, bookingFrame, bookingRefusal, isEstimated, useRefusal } from './bookable.js';
import { freeSlots } from './earliest-slot.js';
import { bookableWindows, openWindows } from './opening-hours.js';
import { feeOf, statusOf, type Resource } from './resource.js';
import { MINUTE_MS, contains, minutesWithin, type Span } from './span.js';

const calendar = new WorkingCalendar({
  coverageUntil: '2026-12-31',
  coverageFrom: '2026-01-01',
  days: [
    { date: '2026-10-01', type: 'holiday' },
    { date: '2026-10-10', type: 'makeup_workday' },
  ],
});
const aResource = (fields: Partial<Resource> = {}): Resource => ({
  id: '0190aaaa-0000-7000-8000-000000000001',
  no: 'RES-0001',
  kind: 'INSTRUMENT',
  name: { zh: '测力机', en: 'Force machine' },
  ownerId: 'ORG005',
  nodeCode: 'HUB-370400',
  location: '市中区',
  capability: '3~300 kN',
  serviceCodes: ['MET-003'],
  fee: { fen: 20_000, per: 'HOUR' },
  windows: [
    { start: '08:30', end: '12:00' },
    { start: '13:30', end: '17:30' },
  ],
  slotMinutes: 30,
  state: 'IN_SERVICE',
  demo: true,
  version: 1,
  ...fields,
});
const on = (date: string, start: string, end: string): Span => ({
  start: new Date(`${date}T${start}:00+08:00`),
  end: new Date(`${date}T${end}:00+08:00`),
});
/** A Wednesday. */
const NOW = new Date('2026-09-30T09:10:00+08:00');
const refusal = (resource: Resource, during: Span) => bookingRefusal(resource, during, calendar, NOW)?.code;

describe('a booking', () => {
  it('lies within one window of a working day', () => {
    expect(refusal(aResource(), on('2026-09-30', '10:00', '12:00'))).toBeUndefined();
    expect(refusal(aResource(), on('2026-09-30', '11:30', '14:00'))).toBe('BOOKING.OUTSIDE_WINDOWS');
    expect(refusal(aResource(), on('2026-09-30', '17:00', '18:00'))).toBe('BOOKING.OUTSIDE_WINDOWS');
    expect(refusal(aResource(), on('2026-10-01', '10:00', '11:00'))).toBe('BOOKING.OUTSIDE_WINDOWS');
    expect(refusal(aResource(), on('2026-10-10', '10:00', '11:00'))).toBeUndefined();
    expect(refusal(aResource(), on('2026-10-11', '10:00', '11:00'))).toBe('BOOKING.OUTSIDE_WINDOWS');
  });

  it('ends after it begins, and is no longer than a day', () => {
    expect(refusal(aResource(), on('2026-10-12', '10:00', '10:00'))).toBe('BOOKING.OUTSIDE_WINDOWS');
    expect(refusal(aResource(), on('2026-10-12', '11:00', '10:00'))).toBe('BOOKING.OUTSIDE_WINDOWS');
    const long = { start: new Date('2026-10-12T09:00:00+08:00'), end: new Date('2026-10-14T09:00:00+08:00') };
    expect(refusal(aResource(), long)).toBe('BOOKING.OUTSIDE_WINDOWS');
  });

  it('begins and ends on a step of the window', () => {
    expect(refusal(aResource(), on('2026-10-12', '13:30', '14:30'))).toBeUndefined();
    expect(refusal(aResource(), on('2026-10-12', '13:45', '14:45'))).toBe('BOOKING.OFF_GRID');
    expect(refusal(aResource(), on('2026-10-12', '13:30', '14:10'))).toBe('BOOKING.OFF_GRID');
  });

  it('begins in the future, but not too far off', () => {
    expect(refusal(aResource(), on('2026-09-30', '09:00', '10:00'))).toBe('BOOKING.IN_THE_PAST');
    expect(refusal(aResource(), on('2026-12-30', '10:00', '11:00'))).toBe('BOOKING.TOO_FAR_AHEAD');
    expect(BOOKING_DAYS_AHEAD).toBe(90);
  });

  it('does not reach beyond the calibration, whose last day counts', () => {
    const resource = aResource({ calibratedUntil: '2026-10-12' });

    expect(refusal(resource, on('2026-10-12', '16:30', '17:30'))).toBeUndefined();
    expect(refusal(resource, on('2026-10-13', '08:30', '09:30'))).toBe('RESOURCE.CALIBRATION_ENDS');
  });

  it('may end at midnight of the last calibrated day', () => {
    const resource = aResource({ windows: [{ start: '00:00', end: '24:00' }], calibratedUntil: '2026-10-12' });
    const evening = { start: new Date('2026-10-12T22:00:00+08:00'), end: new Date('2026-10-13T00:00:00+08:00') };

    expect(refusal(resource, evening)).toBeUndefined();
  });

  it('is not taken for what is out of service', () => {
    for (const state of ['MAINTENANCE', 'RETIRED'] as const) {
      expect(refusal(aResource({ state }), on('2026-10-12', '10:00', '11:00'))).toBe('RESOURCE.OUT_OF_SERVICE');
    }
  });

  it('is an estimate on days whose holidays are not announced', () => {
    expect(isEstimated(on('2026-12-31', '16:00', '17:00'), '2026-12-31')).toBe(false);
    expect(isEstimated(on('2027-01-01', '09:00', '10:00'), '2026-12-31')).toBe(true);
  });
});

describe('what is offered and what is accepted', () => {
  const windows: readonly (readonly OfficeWindow[])[] = [
    [{ start: '00:00', end: '24:00' }],
    [{ start: '08:30', end: '17:30' }],
    [
      { start: '08:30', end: '12:00' },
      { start: '13:30', end: '17:30' },
    ],
  ];

  it('are the same: every slot offered can be booked, every time refused is not offered', () => {
    fc.assert(
      fc.property(
        fc.record({
          windows: fc.constantFrom(...windows),
          slotMinutes: fc.constantFrom(15, 30, 60, 90),
          steps: fc.integer({ min: 1, max: 5 }),
          calibratedUntil: fc.constantFrom(undefined, '2026-09-29', '2026-09-30', '2026-10-10'),
          state: fc.constantFrom('IN_SERVICE' as const, 'IN_SERVICE' as const, 'MAINTENANCE' as const),
          tried: fc.integer({ min: 0, max: 12 * 96 }),
        }),
        ({ steps, tried, calibratedUntil, ...fields }) => {
          const resource = aResource({ ...fields, ...(calibratedUntil !== undefined && { calibratedUntil }) });
          const minutes = steps * resource.slotMinutes;
          const frame = { start: NOW, end: new Date(NOW.getTime() + 12 * 24 * 60 * MINUTE_MS) };
          const open = bookableWindows(resource, calendar, frame);
          const slots = [...freeSlots({ open, taken: [], frame, minutes, stepMinutes: resource.slotMinutes })];
          for (const slot of slots) expect(bookingRefusal(resource, slot, calendar, NOW)).toBeUndefined();
          const start = new Date('2026-09-30T00:00:00+08:00').getTime() + tried * 15 * MINUTE_MS;
          const attempt = { start: new Date(start), end: new Date(start + minutes * MINUTE_MS) };
          const isOffered = slots.some((slot) => slot.start.getTime() === start);
          const isTaken = bookingRefusal(resource, attempt, calendar, NOW) === undefined;
          expect(isOffered).toBe(isTaken && contains(frame, attempt));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('stop at the end of what can be booked', () => {
    const frame = bookingFrame(NOW);

    expect(frame.end.getTime() - frame.start.getTime()).toBe(BOOKING_DAYS_AHEAD * 24 * 60 * MINUTE_MS);
  });
});

describe('a resource', () => {
  it('is overdue from the day after its calibration ends, unless its owner says worse', () => {
    const resource = aResource({ calibratedUntil: '2026-09-29' });

    expect(statusOf(resource, NOW)).toBe('CAL_OVERDUE');
    expect(statusOf({ ...resource, calibratedUntil: '2026-09-30' }, NOW)).toBe('IDLE');
    expect(statusOf({ ...resource, state: 'MAINTENANCE' }, NOW)).toBe('MAINTENANCE');
    expect(useRefusal(resource, on('2026-09-30', '10:00', '11:00'), calendar)?.code).toBe('RESOURCE.CALIBRATION_ENDS');
  });

  it('costs by the begun hour, the begun day of eight hours, or the use', () => {
    const during = on('2026-10-12', '08:30', '10:00');

    expect(feeOf({ fen: 20_000, per: 'HOUR' }, during)).toBe(40_000);
    expect(feeOf({ fen: 80_000, per: 'DAY' }, during)).toBe(80_000);
    expect(feeOf({ fen: 5_000, per: 'TIME' }, during)).toBe(5_000);
    expect(feeOf({ fen: 80_000, per: 'DAY' }, on('2026-10-12', '08:30', '17:30'))).toBe(160_000);
  });

  it('is available in the opening hours of working days', () => {
    const week = on('2026-09-28', '00:00', '24:00');
    const frame = { start: week.start, end: new Date('2026-10-05T00:00:00+08:00') };

    // Monday to Wednesday and Friday; Thursday is National Day.
    expect(minutesWithin(frame, openWindows(aResource(), calendar, frame))).toBe(4 * 450);
  });
});
