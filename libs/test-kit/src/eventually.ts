import { setTimeout as delay } from 'node:timers/promises';

/**
 * Repeats a check until it holds and returns what it returned. When time is up it fails with the check's own last
 * failure, so that a wait that went wrong says what it saw.
 */
export async function eventually<T>(check: () => Promise<T> | T, withinMs = 45_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  while (true) {
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > deadline) throw failure;
      await delay(40);
    }
  }
}
