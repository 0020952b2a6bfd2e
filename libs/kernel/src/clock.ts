/** The only source of "now". Handlers ask it once and pass the instant into the domain. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still until told otherwise. */
export class FixedClock extends Clock {
  private instant: number;

  constructor(instant: Date | string) {
    super();
    this.instant = toMillis(instant);
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date | string): void {
    this.instant = toMillis(instant);
  }

  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }
}

function toMillis(instant: Date | string): number {
  const millis = new Date(instant).getTime();
  if (Number.isNaN(millis)) throw new RangeError(`Not an instant: ${String(instant)}`);
  return millis;
}
