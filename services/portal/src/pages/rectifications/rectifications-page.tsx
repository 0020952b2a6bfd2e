import { getRouteApi, Link } from '@tanstack/react-router';
import {
  listRectifications,
  RECTIFICATION_CAUSES,
  RECTIFICATION_STATUSES,
  type Rectification,
} from '../../api/rectifications.js';
import { useCan } from '../../app/me.js';
import type { Column } from '../../components/data-table.js';
import { DueClock } from '../../components/due-clock.js';
import { FilterSelect } from '../../components/filter-select.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RectificationTag } from './rectification-tag.js';

const route = getRouteApi('/rectifications');

/** Bad ratings, complaints and objections: an office's to put right, an enterprise's to follow. */
export function RectificationsPage() {
  const { t, name } = useTexts();
  const staff = !useCan('rate');
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePages(['rectifications', filters], (cursor) => listRectifications(filters, cursor));
  const change = (changes: object) => void navigate({ search: { ...filters, ...changes }, replace: true });
  const columns: readonly Column<Rectification>[] = [
    {
      title: t('rectification.cause'),
      cell: ({ id, cause, stars, statements }) => (
        <>
          <Link to="/rectifications/$id" params={{ id }} className="queue-name">
            {t(`rectification.causes.${cause}`)}
            {stars !== undefined && ` · ${t(`rating.stars.${stars}`)}`}
          </Link>
          <div className="soft">{statements.join(t('rectification.and'))}</div>
        </>
      ),
    },
    {
      title: t('request.number'),
      cell: ({ requestNo, enterprise }) => (
        <>
          <span className="number">{requestNo}</span>
          {staff && <div className="soft">{enterprise.name}</div>}
        </>
      ),
    },
    { title: t('rectification.office'), cell: ({ nodeName, nodeCode }) => name(nodeName) || nodeCode },
    { title: t('rectification.openedAt'), cell: ({ openedAt }) => <Moment at={openedAt} /> },
    { title: t('rectification.due'), cell: (found) => <NextClock found={found} /> },
    { title: t('queue.status'), cell: (found) => <RectificationTag found={found} /> },
  ];
  return (
    <Page title={t('rectification.title')} lead={t(staff ? 'rectification.lead' : 'rectification.ownLead')}>
      <div className="filters">
        <FilterSelect
          label={t('queue.status')}
          value={filters.status}
          options={RECTIFICATION_STATUSES.map((value) => ({ value, label: t(`rectification.status.${value}`) }))}
          onChange={(status) => change({ status })}
        />
        <FilterSelect
          label={t('rectification.cause')}
          value={filters.cause}
          options={RECTIFICATION_CAUSES.map((value) => ({ value, label: t(`rectification.causes.${value}`) }))}
          onChange={(cause) => change({ cause })}
        />
        <FilterSelect
          label={t('rectification.due')}
          value={filters.overdue ? 'overdue' : undefined}
          options={[{ value: 'overdue', label: t('status.sla.BREACHED') }]}
          onChange={(chosen) => change({ overdue: chosen && true })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('rectification.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('rectification.empty')}
        emptyHint={t(staff ? 'rectification.emptyHint' : 'rectification.ownEmptyHint')}
        onClearFilters={Object.values(filters).some(Boolean) ? () => void navigate({ search: {} }) : undefined}
      />
    </Page>
  );
}

/** Until when the office has to do what it owes next. */
export function NextClock({ found: { nextClock, nextDueAt } }: { found: Rectification }) {
  const { t } = useTexts();
  if (!nextClock || !nextDueAt) return '—';
  return (
    <>
      <div className="soft">{t(`rectification.clock.${nextClock}`)}</div>
      <DueClock dueAt={nextDueAt} />
    </>
  );
}
