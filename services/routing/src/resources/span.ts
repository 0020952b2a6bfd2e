/** A stretch of time, its end exclusive. */
export interface Span {
  readonly start: Date;
  readonly end: Date;
}

export const MINUTE_MS = 60_000;

export function minutesOf({ start, end }: Span): number {
  return (end.getTime() - start.getTime()) / MINUTE_MS;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What both have in common; undefined when that is nothing. */
export function common(a: Span, b: Span): Span | undefined {
  if (!overlaps(a, b)) return undefined;
  return { start: a.start > b.start ? a.start : b.start, end: a.end < b.end ? a.end : b.end };
}

/** Minutes of the spans that lie within `frame`. */
export function minutesWithin(frame: Span, spans: Iterable<Span>): number {
  let total = 0;
  for (const span of spans) {
    const shared = common(frame, span);
    if (shared) total += minutesOf(shared);
  }
  return total;
}
