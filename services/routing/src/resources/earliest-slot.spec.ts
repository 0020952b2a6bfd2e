import fc from 'fast-check';
import { earliestSlot, freeSlots, type SlotQuestion } from './earliest-slot.js';
import { MINUTE_MS, contains, minutesOf, overlaps, type Span } from './span.js';

const DAY = '2026-11-24';
const at = (time: string) => new Date(`${DAY}T${time}:00+08:00`);
const span = (start: string, end: string): Span => ({ start: at(start), end: at(end) });
const times = (slots: Iterable<Span>) =>
  [...slots].map(({ start }) => new Date(start.getTime() + 8 * 60 * MINUTE_MS).toISOString().slice(11, 16));

const question = (fields: Partial<SlotQuestion> = {}): SlotQuestion => ({
  open: [span('08:30', '12:00'), span('13:30', '17:30')],
  taken: [],
  frame: span('00:00', '23:59'),
  minutes: 60,
  stepMinutes: 60,
  ...fields,
});

describe('free slots', () => {
  it('begin at the opening and never cross the noon', () => {
    expect(times(freeSlots(question()))).toEqual(['08:30', '09:30', '10:30', '13:30', '14:30', '15:30', '16:30']);
  });

  it('leave out what is taken, touching neighbours allowed', () => {
    const taken = [span('13:30', '14:30'), span('08:30', '10:30')];

    expect(times(freeSlots(question({ taken })))).toEqual(['10:30', '14:30', '15:30', '16:30']);
  });

  it('may overlap each other when they are longer than a step', () => {
    expect(times(freeSlots(question({ minutes: 120 })))).toEqual(['08:30', '09:30', '13:30', '14:30', '15:30']);
  });

  it('come no earlier than now, on the next step', () => {
    expect(earliestSlot(question({ frame: span('08:31', '23:59') }))?.start).toEqual(at('09:30'));
  });

  it('are none when no window is long enough', () => {
    expect(earliestSlot(question({ minutes: 300 }))).toBeUndefined();
  });
});

describe('the earliest slot, whatever is open and taken', () => {
  const ORIGIN = at('00:00').getTime();
  const minute = (count: number) => new Date(ORIGIN + count * MINUTE_MS);
  const spans = (from: number, lengths: readonly (readonly [number, number])[]) => {
    let cursor = from;
    return lengths.map(([gap, length]): Span => {
      const start = cursor + gap;
      cursor = start + length;
      return { start: minute(start), end: minute(cursor) };
    });
  };
  const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 240 })), {
    maxLength: 8,
  });
  const anyQuestion = fc
    .record({
      open: lengths,
      taken: fc.array(fc.tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 200 })), {
        maxLength: 12,
      }),
      first: fc.integer({ min: 0, max: 600 }),
      length: fc.integer({ min: 0, max: 2_000 }),
      steps: fc.integer({ min: 1, max: 4 }),
      stepMinutes: fc.constantFrom(5, 15, 30, 60),
    })
    .map(({ open, taken, first, length, steps, stepMinutes }): SlotQuestion & { open: Span[] } => ({
      open: spans(0, open),
      // Not sorted, and overlapping at will: bookings that ended early lie beside those that took their place.
      taken: taken.map(([start, minutes]) => ({ start: minute(start), end: minute(start + minutes) })),
      frame: { start: minute(first), end: minute(first + length) },
      minutes: steps * stepMinutes,
      stepMinutes,
    }));

  /** Tries every step of every window. */
  const walked = ({ open, taken, frame, minutes, stepMinutes }: SlotQuestion): Span[] => {
    const found: Span[] = [];
    for (const window of open) {
      for (let start = window.start.getTime(); start < window.end.getTime(); start += stepMinutes * MINUTE_MS) {
        const slot = { start: new Date(start), end: new Date(start + minutes * MINUTE_MS) };
        const isFree = !taken.some((booking) => overlaps(booking, slot));
        if (contains(window, slot) && contains(frame, slot) && isFree) found.push(slot);
      }
    }
    return found;
  };

  it('is what trying every step finds, and so are all later ones', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        expect([...freeSlots(asked)]).toEqual(walked(asked));
        expect(earliestSlot(asked)).toEqual(walked(asked)[0]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('taken, is never offered again, and moves the next one back or keeps it', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const slot = earliestSlot(asked);
        if (!slot) return;
        const next = earliestSlot({ ...asked, taken: [...asked.taken, slot] });
        expect(minutesOf(slot)).toBe(asked.minutes);
        if (next) {
          expect(overlaps(next, slot)).toBe(false);
          expect(next.start >= slot.end).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
