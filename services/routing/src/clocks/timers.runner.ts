import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DueRunner } from '../due/due.runner.js';
import { TimerBell } from './timer-bell.js';
import { TimerRepository } from './timers.repository.js';

/** Fires the timers of tickets; a timer set in this process wakes it before its poll would. */
@Injectable()
export class TimerRunner extends DueRunner {
  constructor(
    timers: TimerRepository,
    clock: Clock,
    private readonly bell: TimerBell,
  ) {
    super('timers', timers, clock);
  }

  override onApplicationBootstrap(): void {
    this.bell.onRing((dueAt) => this.loop.wake(dueAt));
    super.onApplicationBootstrap();
  }
}
