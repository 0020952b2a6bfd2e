import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { can } from '../../api/roles.js';
import { isSameFilter, type TicketFilters } from '../../api/ticket-filters.js';
import { listTickets } from '../../api/tickets.js';
import { useLiveUpdates, usePolling } from '../../app/use-live.js';
import { Empty } from '../../components/empty.js';
import { More } from '../../components/more.js';
import { Page } from '../../components/page.js';
import { PagesView } from '../../components/pages-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { BulkBar } from './bulk-bar.js';
import type { BulkOutcome } from './bulk-outcome.js';
import { BulkResults } from './bulk-results.js';
import { QueueCounts } from './queue-counts.js';
import { QueueFilters } from './queue-filters.js';
import { QueueTable } from './queue-table.js';
import { SavedViews } from './saved-views.js';
import { useSelection } from './use-selection.js';
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
  const selection = useSelection();
  const [outcome, setOutcome] = useState<BulkOutcome>();
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
  const open = (wanted: TicketFilters) => {
    selection.clear();
    setOutcome(undefined);
    void navigate({ search: wanted, replace: true });
  };
  const change = (changes: TicketFilters) => open({ ...filters, ...changes });
  const mayWork = can(me.roles, 'file');
  return (
    <Page title={t('queue.title')} lead={me.organizationName}>
      <SavedViews filters={filters} me={me} onOpen={open} />
      <QueueCounts filters={filters} onChange={change} />
      <QueueFilters filters={filters} onChange={change} me={me} />
      <div role="status" className="pill-place">
        {changed.size > 0 && (
          <button type="button" className="pill" onClick={show}>
            {t('queue.updates', { count: changed.size })}
          </button>
        )}
      </div>
      {outcome && <BulkResults outcome={outcome} onClose={() => setOutcome(undefined)} />}
      <PagesView
        query={query}
        empty={
          !isSameFilter(filters, {}) ? (
            <Empty title={t('state.filteredEmpty')}>
              <Button onClick={() => open({})}>{t('state.clearFilters')}</Button>
            </Empty>
          ) : (
            <Empty title={t('queue.empty')}>{t('queue.emptyHint')}</Empty>
          )
        }
      >
        {(tickets) => (
          <>
            {mayWork && selection.ids.size > 0 && (
              <BulkBar
                tickets={tickets.filter(({ id }) => selection.ids.has(id))}
                me={me}
                onClear={selection.clear}
                onDone={(done) => {
                  selection.clear();
                  setOutcome(done);
                }}
              />
            )}
            <QueueTable tickets={tickets} selection={mayWork ? selection : undefined} />
            <More query={query} />
          </>
        )}
      </PagesView>
    </Page>
  );
}
