/** A consistency boundary that remembers what happened to it until its repository collects the events. */
export abstract class Aggregate<Event> {
  private recorded: Event[] = [];

  protected record(event: Event): void {
    this.recorded.push(event);
  }

  /** Hands over the events since the last pull, oldest first, and forgets them. */
  pullEvents(): Event[] {
    const events = this.recorded;
    this.recorded = [];
    return events;
  }
}
