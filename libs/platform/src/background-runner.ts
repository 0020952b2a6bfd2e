import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { BackgroundLoop, type BackgroundWork } from './background-loop.js';

/** A provider whose pass is repeated from the start of the process until it begins to stop. */
export abstract class BackgroundRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly loop: BackgroundLoop;

  protected constructor(work: Omit<BackgroundWork, 'pass'>) {
    this.loop = new BackgroundLoop({ ...work, pass: (stopping) => this.pass(stopping) });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** Resolves when the pass under way has ended; the database is still there for it. */
  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Does what waits and says how many milliseconds nothing will. The signal tells that the process stops. */
  protected abstract pass(stopping: AbortSignal): Promise<number>;
}
