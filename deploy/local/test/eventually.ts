import { setTimeout as delay } from 'node:timers/promises';

/** Repeats a check until it holds; after the deadline its last failure is the test's. */
export async function eventually(check: () => void | Promise<void>, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(50);
    }
  }
}
