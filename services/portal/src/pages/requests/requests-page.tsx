import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { REQUEST_STATUSES, listRequests, type RequestFilters } from '../../api/requests.js';
import { can } from '../../api/roles.js';
import { DOMAINS } from '../../api/shapes.js';
import { Empty } from '../../components/empty.js';
import { FilterSelect } from '../../components/filter-select.js';
import { More } from '../../components/more.js';
import { Page } from '../../components/page.js';
import { PagesView } from '../../components/pages-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { NumberFilter } from './number-filter.js';
import { RequestCard } from './request-card.js';

const route = getRouteApi('/requests');

export function RequestsPage() {
  const { t } = useTexts();
  const { me } = route.useRouteContext();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const own = can(me.roles, 'rate');
  const query = useInfiniteQuery({
    queryKey: ['requests', filters],
    queryFn: ({ pageParam }) => listRequests(filters, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const change = (changes: RequestFilters) => void navigate({ search: { ...filters, ...changes }, replace: true });
  const filtered = Object.values(filters).some(Boolean);
  return (
    <Page
      title={t(own ? 'requests.mine' : 'requests.title')}
      aside={
        can(me.roles, 'file') && (
          <>
            <Link to="/file/batch">{t('batch.title')}</Link>{' '}
            <Link to="/file" className="big-button">
              {t(own ? 'requests.new' : 'requests.newFor')}
            </Link>
          </>
        )
      }
    >
      <div className="filters">
        <FilterSelect
          label={t('requests.status')}
          value={filters.status}
          options={REQUEST_STATUSES.map((status) => ({ value: status, label: t(`status.request.${status}`) }))}
          onChange={(status) => change({ status })}
        />
        <FilterSelect
          label={t('catalog.domain')}
          value={filters.domain}
          options={DOMAINS.map((domain) => ({ value: domain, label: t(`domain.${domain}`) }))}
          onChange={(domain) => change({ domain })}
        />
        <NumberFilter value={filters.q} onChange={(q) => change({ q })} />
      </div>
      <PagesView
        query={query}
        empty={
          filtered ? (
            <Empty title={t('state.filteredEmpty')}>
              <Button onClick={() => void navigate({ search: {} })}>{t('state.clearFilters')}</Button>
            </Empty>
          ) : (
            <Empty title={t('requests.empty')}>{own && <Link to="/services">{t('requests.emptyHint')}</Link>}</Empty>
          )
        }
      >
        {(requests) => (
          <>
            <ul className="cards">
              {requests.map((request) => (
                <RequestCard key={request.id} request={request} showEnterprise={!own} />
              ))}
            </ul>
            <More query={query} />
          </>
        )}
      </PagesView>
    </Page>
  );
}
