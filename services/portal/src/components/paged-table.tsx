import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Page } from '../api/shapes.js';
import { useTexts } from '../i18n/use-texts.js';
import { DataTable, type Column } from './data-table.js';
import { Empty } from './empty.js';
import { More } from './more.js';
import { PagesView } from './pages-view.js';

interface Props<T> {
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  readonly empty: string;
  readonly emptyHint?: string;
  /** Given when filters are set: an empty list may then be emptied of them. */
  readonly onClearFilters?: () => void;
}

/** A list in pages as a table, with what to say when nothing is in it. */
export function PagedTable<T>({ query, empty, emptyHint, onClearFilters, ...table }: Props<T>) {
  const { t } = useTexts();
  const nothing = onClearFilters ? (
    <Empty title={t('state.filteredEmpty')}>
      <Button onClick={onClearFilters}>{t('state.clearFilters')}</Button>
    </Empty>
  ) : (
    <Empty title={empty}>{emptyHint}</Empty>
  );
  return (
    <PagesView query={query} empty={nothing}>
      {(rows) => (
        <>
          <DataTable rows={rows} {...table} />
          <More query={query} />
        </>
      )}
    </PagesView>
  );
}
