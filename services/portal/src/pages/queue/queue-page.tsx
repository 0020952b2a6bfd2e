import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listTickets, type TicketFilters } from '../../api/tickets.js';
import { useLiveUpdates, usePolling } from '../../app/use-live.js';
import { Empty } from '../../components/empty.js';
import { More } from '../../components/more.js';
import { Page } from '../../components/page.js';
import { PagesView } from '../../components/pages-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QueueCounts } from './queue-counts.js';
import { QueueFilters } from './queue-filters.js';
import { QueueTable } from './queue-table.js';
import '../../styles/queue.css';

const route = getRouteApi('/queue');

/** The workstation's tickets. The list never moves by itself: a pill offers what is new. */
export function QueuePage() {
  const { t } = useTexts();
  const { me } = route.useRouteContext();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const cache = useQueryClient();
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const refetchInterval = usePolling();
  const query = useInfiniteQuery({
    queryKey: ['tickets', filters],
    queryFn: ({ pageParam }) => listTickets(filters, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval,
  });
  useLiveUpdates('ticket', ({ id }) => setChanged((known) => new Set(known).add(id)));
  const show = () => {
    setChanged(new Set());
    void cache.invalidateQueries({ queryKey: ['tickets'] });
  };
  const change = (changes: TicketFilters) => void navigate({ search: { ...filters, ...changes }, replace: true });
  return (
    <Page title={t('queue.title')} lead={me.organizationName}>
      <QueueCounts filters={filters} onChange={change} />
      <QueueFilters filters={filters} onChange={change} me={me} />
      <div role="status" className="pill-place">
        {changed.size > 0 && (
          <button type="button" className="pill" onClick={show}>
            {t('queue.updates', { count: changed.size })}
          </button>
        )}
      </div>
      <PagesView
        query={query}
        empty={
          Object.values(filters).some(Boolean) ? (
            <Empty title={t('state.filteredEmpty')}>
              <Button onClick={() => void navigate({ search: {} })}>{t('state.clearFilters')}</Button>
            </Empty>
          ) : (
            <Empty title={t('queue.empty')}>{t('queue.emptyHint')}</Empty>
          )
        }
      >
        {(tickets) => (
          <>
            <QueueTable tickets={tickets} />
            <More query={query} />
          </>
        )}
      </PagesView>
    </Page>
  );
}
