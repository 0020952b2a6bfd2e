import { useSyncExternalStore } from 'react';

const TICK = 30_000;
let now = new Date();

function watch(changed: () => void): () => void {
  now = new Date();
  const timer = window.setInterval(() => {
    now = new Date();
    changed();
  }, TICK);
  return () => window.clearInterval(timer);
}

/** The time, renewed twice a minute. */
export const useNow = (): Date => useSyncExternalStore(watch, () => now);
