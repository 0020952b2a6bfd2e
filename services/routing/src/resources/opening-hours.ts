import { addDays, shanghaiDate, shanghaiInstant } from '@nqi/kernel';
import type { Resource } from './resource.js';
import { common, type Span } from './span.js';

/** The part of a calendar that opening hours need. */
export interface WorkingDays {
  isWorkingDay(date: string): boolean;
}

/** Whole windows on working days that touch `frame`, in order: when the resource is open, whatever its state. */
export function* openWindows({ windows }: Resource, days: WorkingDays, frame: Span): Generator<Span> {
  for (let date = shanghaiDate(frame.start); shanghaiInstant(date) < frame.end; date = addDays(date, 1)) {
    if (!days.isWorkingDay(date)) continue;
    for (const window of windows) {
      const span = { start: shanghaiInstant(date, window.start), end: shanghaiInstant(date, window.end) };
      if (common(frame, span)) yield span;
    }
  }
}

/** Windows it can be booked in: none while it is out of service, none on days its calibration does not reach. */
export function* bookableWindows(resource: Resource, days: WorkingDays, frame: Span): Generator<Span> {
  if (resource.state !== 'IN_SERVICE') return;
  for (const window of openWindows(resource, days, frame)) {
    if (resource.calibratedUntil !== undefined && shanghaiDate(window.start) > resource.calibratedUntil) return;
    yield window;
  }
}
