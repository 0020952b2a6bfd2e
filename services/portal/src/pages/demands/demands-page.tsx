import { getRouteApi, Link } from '@tanstack/react-router';
import { DEMAND_STATUSES, listDemands, type Demand } from '../../api/demands.js';
import { useCan } from '../../app/me.js';
import type { Column } from '../../components/data-table.js';
import { DueClock } from '../../components/due-clock.js';
import { FilterSelect } from '../../components/filter-select.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DemandTag } from './demand-tag.js';

const route = getRouteApi('/demands');

/** Needs in words: an enterprise's own, or all that the hub works. */
export function DemandsPage() {
  const { t } = useTexts();
  const own = useCan('rate');
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePages(['demands', 'list', status], (cursor) => listDemands(status, cursor));
  const columns: readonly Column<Demand>[] = [
    {
      title: t('demand.text'),
      cell: ({ requestId, text, enterprise }) => (
        <>
          <Link to="/demands/$id" params={{ id: requestId }} className="queue-name">
            {text}
          </Link>
          {!own && <div className="soft">{enterprise.name}</div>}
        </>
      ),
    },
    { title: t('request.number'), cell: ({ requestNo }) => <span className="number">{requestNo}</span> },
    { title: t('demand.openedAt'), cell: ({ openedAt }) => <Moment at={openedAt} /> },
    { title: t('demand.due'), cell: ({ dueAt }) => (dueAt ? <DueClock dueAt={dueAt} /> : '—') },
    { title: t('queue.status'), cell: (demand) => <DemandTag demand={demand} /> },
  ];
  return (
    <Page
      title={t('demand.title')}
      lead={t(own ? 'demand.ownLead' : 'demand.lead')}
      aside={
        own && (
          <Link to="/demands/new" className="big-button">
            {t('demand.new')}
          </Link>
        )
      }
    >
      <div className="filters">
        <FilterSelect
          label={t('queue.status')}
          value={status}
          options={DEMAND_STATUSES.map((value) => ({ value, label: t(`demand.status.${value}`) }))}
          onChange={(chosen) => void navigate({ search: { status: chosen }, replace: true })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('demand.title')}
        columns={columns}
        keyOf={({ requestId }) => requestId}
        empty={t('demand.empty')}
        emptyHint={t('demand.emptyHint')}
        onClearFilters={status && (() => void navigate({ search: {}, replace: true }))}
      />
    </Page>
  );
}
