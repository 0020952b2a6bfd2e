import type { LiveUpdate } from '@nqi/platform';

export interface NumberedUpdate {
  readonly id: string;
  readonly update: LiveUpdate;
}

/** The last updates of this process, so that a browser that was away for a moment hears what it missed. */
export class RecentUpdates {
  private readonly updates: NumberedUpdate[] = [];
  private count = 0;

  /** `origin` tells this process's numbers from another's. */
  constructor(
    private readonly origin: string,
    private readonly capacity: number,
  ) {}

  add(update: LiveUpdate): NumberedUpdate {
    this.count += 1;
    const numbered = { id: `${this.origin}-${this.count}`, update };
    this.updates.push(numbered);
    if (this.updates.length > this.capacity) this.updates.shift();
    return numbered;
  }

  get lastId(): string {
    return `${this.origin}-${this.count}`;
  }

  /** Updates after the given one; undefined when they cannot all be told any more, or when it is another process's. */
  since(id: string): readonly NumberedUpdate[] | undefined {
    const [, origin, number] = /^(.*)-(\d+)$/.exec(id) ?? [];
    const missed = this.count - Number(number);
    if (origin !== this.origin || missed < 0 || missed > this.updates.length) return undefined;
    return missed === 0 ? [] : this.updates.slice(-missed);
  }
}
