import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../api/shapes.js';
import { ProblemPanel } from './problem-panel.js';
import { Skeleton } from './skeleton.js';

interface Props<T> {
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** Shows a list that comes in pages: what is there so far, or why nothing is. */
export function PagesView<T>({ query, empty, children }: Props<T>) {
  if (query.data) {
    const items = query.data.pages.flatMap((page) => page.items);
    return items.length > 0 ? children(items) : empty;
  }
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={6} />;
}
