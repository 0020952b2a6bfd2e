import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { listJobs } from '../../api/jobs.js';
import { TECHNICAL_DOMAINS, type TechnicalDomain } from '../../api/shapes.js';
import { useLiveUpdates, usePolling } from '../../app/use-live.js';
import { DomainName } from '../../components/domain-name.js';
import { Empty } from '../../components/empty.js';
import { More } from '../../components/more.js';
import { Page } from '../../components/page.js';
import { PagesView } from '../../components/pages-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { JobsTable } from './jobs-table.js';
import '../../styles/queue.css';

const route = getRouteApi('/jobs');

/** The institution's work, open first; the domains in which it has any come to the front by themselves. */
export function JobsPage() {
  const { t } = useTexts();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const present = useDomainsWithJobs();
  const domain = search.domain ?? present[0] ?? 'metrology';
  const open = !search.closed;
  const choose = (changes: { domain?: TechnicalDomain; closed?: boolean }) =>
    void navigate({ search: { ...search, domain, ...changes }, replace: true });
  return (
    <Page title={t('jobs.title')} lead={me.organizationName}>
      <div className="filters">
        <div className="chips" role="group" aria-label={t('catalog.domain')}>
          {TECHNICAL_DOMAINS.map((candidate) => (
            <button
              key={candidate}
              type="button"
              className="chip"
              aria-pressed={candidate === domain}
              onClick={() => choose({ domain: candidate })}
            >
              <DomainName domain={candidate} />
            </button>
          ))}
        </div>
        <div className="chips" role="group" aria-label={t('jobs.state')}>
          <button type="button" className="chip" aria-pressed={open} onClick={() => choose({ closed: undefined })}>
            {t('jobs.open')}
          </button>
          <button type="button" className="chip" aria-pressed={!open} onClick={() => choose({ closed: true })}>
            {t('jobs.closed')}
          </button>
        </div>
      </div>
      <JobList domain={domain} open={open} />
    </Page>
  );
}

function JobList({ domain, open }: { domain: TechnicalDomain; open: boolean }) {
  const { t } = useTexts();
  const [changed, setChanged] = useState(0);
  const refetchInterval = usePolling();
  const query = useInfiniteQuery({
    queryKey: ['jobs', domain, open],
    queryFn: ({ pageParam }) => listJobs(domain, { open }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval,
  });
  useLiveUpdates('job', () => setChanged((count) => count + 1));
  const show = () => {
    setChanged(0);
    void query.refetch();
  };
  return (
    <>
      <div role="status" className="pill-place">
        {changed > 0 && (
          <button type="button" className="pill" onClick={show}>
            {t('queue.updates', { count: changed })}
          </button>
        )}
      </div>
      <PagesView query={query} empty={<Empty title={t(open ? 'jobs.empty' : 'jobs.emptyClosed')} />}>
        {(jobs) => (
          <>
            <JobsTable jobs={jobs} />
            <More query={query} />
          </>
        )}
      </PagesView>
    </>
  );
}

function useDomainsWithJobs(): readonly TechnicalDomain[] {
  return useQueries({
    queries: TECHNICAL_DOMAINS.map((domain) => ({
      queryKey: ['jobs', domain, 'any'],
      queryFn: () => listJobs(domain, {}),
      retry: false,
    })),
    combine: (answers) => TECHNICAL_DOMAINS.filter((_, index) => answers[index]?.data?.items.length),
  });
}
