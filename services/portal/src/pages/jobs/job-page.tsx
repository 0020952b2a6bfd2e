import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Job } from '../../api/jobs.js';
import { useCan } from '../../app/me.js';
import { Deliverables } from '../../components/deliverables.js';
import { DomainName } from '../../components/domain-name.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { Timeline } from '../../components/timeline.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuotePanel } from '../quotes/quote-panel.js';
import { DataView } from './data-view.js';
import { JobActions } from './job-actions.js';
import { jobQuery } from './job-queries.js';
import { JobStatus } from './job-status.js';
import '../../styles/queue.css';

const route = getRouteApi('/jobs/$domain/$id');

export function JobPage() {
  const { t, name } = useTexts();
  const { domain, id } = route.useParams();
  const mayList = useCan('jobs');
  const query = useQuery(jobQuery(domain, id));
  const job = query.data?.value;
  const toRequest = { to: `/requests/${job?.requestId ?? ''}`, text: t('correction.back') };
  return (
    <Page
      title={job ? name(job.serviceName) : t('job.loading')}
      lead={
        job && (
          <span className="card-tags">
            <span className="number">{job.jobNo}</span> <JobStatus job={job} />
          </span>
        )
      }
      back={mayList ? { to: '/jobs', text: t('nav.jobs') } : toRequest}
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => <JobView job={value} etag={etag} />}
      </QueryView>
    </Page>
  );
}

function JobView({ job, etag }: { job: Job; etag?: string }) {
  const { t } = useTexts();
  const { me } = route.useRouteContext();
  const deliverables = job.deliverables ?? [];
  return (
    <div className="split">
      <div className="stack">
        <JobActions key={job.version} job={job} etag={etag} me={me} />
        <QuotePanel about={['job', job.id]} itemId={job.itemId} />
        {deliverables.length > 0 && (
          <section className="panel">
            <h2>{t('job.deliverables')}</h2>
            <Deliverables domain={job.domain} deliverables={deliverables} />
          </section>
        )}
        {job.data && (
          <section className="panel">
            <h2>{t('job.data')}</h2>
            <DataView data={job.data} />
          </section>
        )}
      </div>
      <aside className="stack">
        <section className="panel">
          <h2>{t('request.facts')}</h2>
          <JobFacts job={job} />
        </section>
        <section className="panel">
          <h2>{t('request.timeline')}</h2>
          <JobHistory job={job} />
        </section>
      </aside>
    </div>
  );
}

function JobFacts({ job }: { job: Job }) {
  const { t } = useTexts();
  const mayQueue = useCan('queue');
  const mayRequest = useCan('requests');
  const people = Object.entries(job.people ?? {}).flatMap(([role, person]) =>
    person ? [[t(`role.${role}`), person.name] as const] : [],
  );
  return (
    <Facts
      facts={[
        [t('catalog.domain'), <DomainName key="domain" domain={job.domain} />],
        [t('filing.enterprise'), job.enterprise.name],
        [t('request.institution'), job.institutionName],
        [t('filing.mode'), t(`mode.${job.mode}`)],
        [t('job.openedAt'), <Moment key="opened" at={job.openedAt} full />],
        [t('job.closedAt'), job.closedAt && <Moment key="closed" at={job.closedAt} full />],
        ...people,
        [t('request.number'), mayRequest ? <RequestLink key="request" job={job} /> : job.requestNo],
        [t('request.ticket'), mayQueue && <TicketLink key="ticket" job={job} />],
      ]}
    />
  );
}

const RequestLink = ({ job }: { job: Job }) => (
  <Link to="/requests/$id" params={{ id: job.requestId }} className="number">
    {job.requestNo}
  </Link>
);

function TicketLink({ job }: { job: Job }) {
  const { t } = useTexts();
  return (
    <Link to="/tickets/$id" params={{ id: job.ticketId }}>
      {t('job.openTicket')}
    </Link>
  );
}

function JobHistory({ job }: { job: Job }) {
  const { t, word } = useTexts();
  const history = job.history ?? [];
  const status = (value: string | undefined) => (value ? word(`jobStatus.${value}`, value) : '');
  const steps = [...history].reverse().map((step, index) => ({
    key: String(history.length - index),
    at: step.at,
    title: word(`job.stopped.${step.action}`, status(step.to) || step.action),
    detail: step.actor === 'system' ? t('ticket.system') : step.actor,
  }));
  return <Timeline steps={steps} />;
}
