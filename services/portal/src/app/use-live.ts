import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { live, type LiveUpdate } from '../api/live.js';
import { useMe } from './me.js';

const POLL = 30_000;

/** Opens the stream while somebody is signed in and keeps what is in the cache from growing old. */
export function useLiveStream(): void {
  const me = useMe();
  const cache = useQueryClient();
  useEffect(() => {
    if (!me) return;
    live.start();
    const forget = live.listen(({ subject, id }) => {
      void cache.invalidateQueries({ queryKey: [subject, id] });
      if (subject === 'notification') void cache.invalidateQueries({ queryKey: ['notifications'] });
    });
    const forgetMissed = live.onMissed(() => void cache.invalidateQueries());
    return () => {
      forget();
      forgetMissed();
      live.end();
    };
  }, [me, cache]);
}

/** Calls back for every update of a kind. */
export function useLiveUpdates(subject: LiveUpdate['subject'], onUpdate: (update: LiveUpdate) => void): void {
  const notify = useEffectEvent(onUpdate);
  useEffect(() => live.listen((update) => update.subject === subject && notify(update)), [subject]);
}

export const useLiveState = (): boolean => useSyncExternalStore(live.watchState, live.isUp);

/** Interval of polling while no updates arrive by themselves. */
export const usePolling = (): number | false => (useLiveState() ? false : POLL);
