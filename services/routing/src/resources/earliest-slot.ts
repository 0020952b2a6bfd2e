import { MINUTE_MS, type Span } from './span.js';

export interface SlotQuestion {
  /** Windows it can be booked in, in order and apart from each other. */
  readonly open: Iterable<Span>;
  /** What is booked already, in any order. */
  readonly taken: readonly Span[];
  /** A slot lies within: it begins no earlier and ends no later. */
  readonly frame: Span;
  /** Length of the slot. */
  readonly minutes: number;
  /** Slots begin at these steps from the opening of their window. */
  readonly stepMinutes: number;
}

/**
 * Every free slot of the asked length, the earliest first; neighbours may overlap, each of them is free. Reads no more
 * of `open` than the caller takes, so the earliest of a long time costs little. One walk over both lists.
 */
export function* freeSlots({ open, taken, frame, minutes, stepMinutes }: SlotQuestion): Generator<Span> {
  const bookings = [...taken].sort((a, b) => a.start.getTime() - b.start.getTime());
  const [first, last] = [frame.start.getTime(), frame.end.getTime()];
  const [length, step] = [minutes * MINUTE_MS, stepMinutes * MINUTE_MS];
  let next = 0;
  for (const window of open) {
    const opening = window.start.getTime();
    const closing = Math.min(window.end.getTime(), last);
    let start = gridPoint(opening, Math.max(opening, first), step);
    while (start + length <= closing) {
      while (next < bookings.length && endOf(bookings[next]) <= start) next += 1;
      const booking = bookings[next];
      if (booking && booking.start.getTime() < start + length) {
        start = gridPoint(opening, endOf(booking), step);
      } else {
        yield { start: new Date(start), end: new Date(start + length) };
        start += step;
      }
    }
  }
}

/** The first free slot, or undefined when none is left in the frame. */
export function earliestSlot(question: SlotQuestion): Span | undefined {
  for (const slot of freeSlots(question)) return slot;
  return undefined;
}

/** The first step of the window's grid that is not before `at`. */
function gridPoint(opening: number, at: number, step: number): number {
  return opening + Math.ceil((at - opening) / step) * step;
}

function endOf(span: Span | undefined): number {
  return span?.end.getTime() ?? 0;
}
