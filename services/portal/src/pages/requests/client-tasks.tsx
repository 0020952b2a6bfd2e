import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listJobs } from '../../api/jobs.js';
import type { RequestItem, ServiceRequest } from '../../api/requests.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { useCan } from '../../app/me.js';
import { useTexts } from '../../i18n/use-texts.js';
import { jobQuery } from '../jobs/job-queries.js';

/** What the institution waits for from the enterprise: a confirmation, a correction of findings and the like. */
export function ClientTasks({ request, item }: { request: ServiceRequest; item: RequestItem }) {
  const { t, name } = useTexts();
  const isClient = useCan('rate');
  const domain = TECHNICAL_DOMAINS.find((candidate) => candidate === item.domain);
  const working = item.status === 'IN_PROGRESS' || item.status === 'ACCEPTED';
  const { data: page } = useQuery({
    queryKey: ['job', 'of', item.id],
    queryFn: () => listJobs(domain ?? 'metrology', { requestId: request.id, open: true }),
    enabled: isClient && working && domain !== undefined,
    retry: false,
  });
  const own = page?.items.filter((job) => job.itemId === item.id) ?? [];
  const jobs = useQueries({ queries: own.map((job) => jobQuery(job.domain, job.id)) });
  const tasks = jobs.flatMap(({ data }) =>
    (data?.value.actions ?? []).flatMap((action) =>
      data && action.role === 'client' ? [{ job: data.value, action }] : [],
    ),
  );
  return tasks.map(({ job, action }) => (
    <div key={`${job.id}/${action.name}`} className="notice notice-warn">
      <strong>{t('request.yourTurn')}</strong>
      <p>
        <Link to="/jobs/$domain/$id" params={{ domain: job.domain, id: job.id }}>
          {name(action.title)}
        </Link>
      </p>
    </div>
  ));
}
