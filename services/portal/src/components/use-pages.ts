import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { Page } from '../api/shapes.js';

/** A list that comes page by page; the cursor of one page asks for the next. */
export const usePages = <T>(queryKey: QueryKey, read: (cursor?: string) => Promise<Page<T>>) =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
