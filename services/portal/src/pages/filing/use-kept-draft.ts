import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keepDraft, listDrafts, readDraft, removeDraft } from '../../api/drafts.js';
import type { Me } from '../../api/session.js';
import { EMPTY_DRAFT, type Draft } from './draft.js';

const PAUSE_MS = 1_500;
const idKeyOf = (me: Me): string => `nqi.filing.${me.username}.id`;

/**
 * Keeps the draft with the platform too, a moment after the last change, so that it is found on another device. While
 * that fails the browser's own copy remains. `earlier` is the newest draft that this tab does not hold.
 */
export function useKeptDraft(me: Me, draft: Draft, title: string) {
  const cache = useQueryClient();
  const id = useRef(sessionStorage.getItem(idKeyOf(me)) ?? undefined);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const { data: kept = [] } = useQuery({ queryKey: ['drafts'], queryFn: listDrafts, staleTime: 60_000 });
  const hold = (held: string | undefined) => {
    id.current = held;
    if (held) sessionStorage.setItem(idKeyOf(me), held);
    else sessionStorage.removeItem(idKeyOf(me));
  };
  /** One after the other: a removal must not be overtaken by a change before it. */
  const next = (work: () => Promise<unknown>) => {
    line.current = line.current.then(work).catch(() => undefined);
    return line.current;
  };
  useEffect(() => {
    if (draft.lines.length === 0) return;
    const timer = window.setTimeout(() => {
      const own = id.current ?? crypto.randomUUID();
      hold(own);
      void next(() => keepDraft(own, title, draft));
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [draft]);
  const remove = (gone: string | undefined) => {
    if (gone === id.current) hold(undefined);
    if (gone) void next(() => removeDraft(gone)).then(() => cache.invalidateQueries({ queryKey: ['drafts'] }));
  };
  const take = async (wanted: string): Promise<Draft> => {
    const { content } = await readDraft(wanted);
    hold(wanted);
    return { ...EMPTY_DRAFT, ...(content as Partial<Draft>) };
  };
  return { earlier: kept.find((head) => head.id !== id.current), take, remove, removeOwn: () => remove(id.current) };
}
