/** Tells a sleeping timer runner of this process that a timer was set which may come due before it wakes. */
export class TimerBell {
  private listener: ((dueAt: Date) => void) | undefined;

  onRing(listener: (dueAt: Date) => void): void {
    this.listener = listener;
  }

  ring(dueAt: Date): void {
    this.listener?.(dueAt);
  }
}
