import type { LiveUpdate, Principal } from '@nqi/platform';
import { placesFor, placesOf } from './audience.js';
import type { EventStream, StreamEvent } from './event-stream.js';
import { RecentUpdates, type NumberedUpdate } from './recent-updates.js';

const KEPT_UPDATES = 1_000;
/** Open streams per user; the oldest gives way, so that forgotten tabs cannot pile up. */
const STREAMS_PER_USER = 10;

/** "Something may have changed that you were not told of": the browser fetches everything it shows. */
const RESYNC: StreamEvent = { event: 'resync', data: {} };

/** Brings updates to the streams of those whom they concern. Holds no truth: a missed update is a later fetch. */
export class LiveEvents {
  private readonly listeners = new Map<string, Set<EventStream>>();
  private readonly byUser = new Map<string, EventStream[]>();
  private readonly recent: RecentUpdates;

  constructor(origin: string) {
    this.recent = new RecentUpdates(origin, KEPT_UPDATES);
  }

  /** Adds an opened stream and returns how to take it out again. `lastEventId` is the last that its client saw. */
  join(principal: Principal, stream: EventStream, lastEventId?: string): () => void {
    const places = placesFor(principal);
    for (const place of places) this.listenersAt(place).add(stream);
    this.catchUp(stream, places, lastEventId);
    const own = [...(this.byUser.get(principal.userId) ?? []), stream];
    this.byUser.set(principal.userId, own);
    if (own.length > STREAMS_PER_USER) own[0]?.end();
    return () => this.leave(principal.userId, places, stream);
  }

  publish(update: LiveUpdate): void {
    const numbered = this.recent.add(update);
    const reached = new Set(placesOf(update.audience).flatMap((place) => [...(this.listeners.get(place) ?? [])]));
    for (const stream of reached) stream.send(toEvent(numbered));
  }

  /** After updates may have been missed by all. */
  resync(): void {
    for (const stream of this.streams()) stream.send({ ...RESYNC, id: this.recent.lastId });
  }

  beat(): void {
    for (const stream of this.streams()) stream.beat();
  }

  endAll(): void {
    for (const stream of this.streams()) stream.end();
  }

  get size(): number {
    return [...this.byUser.values()].reduce((sum, streams) => sum + streams.length, 0);
  }

  private streams(): EventStream[] {
    return [...this.byUser.values()].flat();
  }

  private catchUp(stream: EventStream, places: readonly string[], lastEventId: string | undefined): void {
    if (lastEventId === undefined) return;
    const missed = this.recent.since(lastEventId);
    if (!missed) return stream.send({ ...RESYNC, id: this.recent.lastId });
    for (const numbered of missed) {
      if (placesOf(numbered.update.audience).some((place) => places.includes(place))) stream.send(toEvent(numbered));
    }
  }

  private leave(userId: string, places: readonly string[], stream: EventStream): void {
    for (const place of places) {
      const there = this.listenersAt(place);
      there.delete(stream);
      if (there.size === 0) this.listeners.delete(place);
    }
    const left = (this.byUser.get(userId) ?? []).filter((one) => one !== stream);
    if (left.length > 0) this.byUser.set(userId, left);
    else this.byUser.delete(userId);
  }

  private listenersAt(place: string): Set<EventStream> {
    const there = this.listeners.get(place) ?? new Set();
    this.listeners.set(place, there);
    return there;
  }
}

/** The audience stays inside: who else hears of a change is nobody's business. */
function toEvent({ id, update: { subject, id: subjectId, cause } }: NumberedUpdate): StreamEvent {
  return { id, data: { subject, id: subjectId, cause } };
}
