import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ServiceRequest } from '../../api/requests.js';
import { can } from '../../api/roles.js';
import { Contact } from '../../components/contact.js';
import { Moment } from '../../components/moment.js';
import { Facts } from '../../components/facts.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { StageBar } from '../../components/stage-bar.js';
import { StatusTag } from '../../components/status-tag.js';
import { Timeline } from '../../components/timeline.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RequestCases } from '../rectifications/request-cases.js';
import { CancelRequest } from './cancel-request.js';
import { RateRequest } from './rate-request.js';
import { RequestItemPanel } from './request-item-panel.js';
import { requestQuery, timelineQuery } from './request-queries.js';
import { STAGES, stageOf } from './request-stage.js';

const route = getRouteApi('/requests/$id');

export function RequestPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery(requestQuery(id));
  const request = query.data?.value;
  return (
    <Page
      title={request ? t('request.title', { number: request.requestNo }) : t('request.loading')}
      lead={request && <StatusTag of="request" value={request.status} />}
      back={{ to: '/requests', text: t('nav.requests') }}
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => <RequestView request={value} etag={etag} />}
      </QueryView>
    </Page>
  );
}

function RequestView({ request, etag }: { request: ServiceRequest; etag?: string }) {
  const { t } = useTexts();
  const { me } = route.useRouteContext();
  const open = request.status !== 'COMPLETED' && request.status !== 'CANCELLED';
  const ownRequest = can(me.roles, 'rate');
  return (
    <>
      {request.status === 'CANCELLED' ? (
        <Notice title={t('request.cancelled')} />
      ) : (
        <StageBar
          stages={STAGES.map((stage) => t(`stage.name.${stage}`))}
          current={stageOf(request)}
          held={request.status === 'RETURNED' ? t('status.request.RETURNED') : undefined}
        />
      )}
      {ownRequest && request.status === 'COMPLETED' && !request.rating && <RateRequest request={request} />}
      <div className="split">
        <div className="stack">
          {request.items.map((item) => (
            <RequestItemPanel key={item.id} request={request} item={item} />
          ))}
          <History id={request.id} />
        </div>
        <aside className="stack">
          <section className="panel">
            <h2>{t('request.facts')}</h2>
            <RequestFacts request={request} />
            {request.trackingCode && (
              <Link to="/requests/$id/filed" params={{ id: request.id }}>
                {t('track.receipt')}
              </Link>
            )}
          </section>
          <RequestCases request={request} />
          {open && can(me.roles, 'file') && <CancelRequest request={request} etag={etag} />}
        </aside>
      </div>
    </>
  );
}

function RequestFacts({ request }: { request: ServiceRequest }) {
  const { t } = useTexts();
  const { enterprise, contact, mode, urgency, filedAt, completedAt, rating } = request;
  return (
    <Facts
      facts={[
        [
          t('request.number'),
          <span key="number" className="number">
            {request.requestNo}
          </span>,
        ],
        [t('filing.enterprise'), enterprise.name],
        [
          t('request.uscc'),
          <span key="uscc" className="number">
            {enterprise.uscc}
          </span>,
        ],
        [t('request.contact'), <Contact key="contact" {...contact} of={{ kind: 'requests', id: request.id }} />],
        [t('filing.mode'), t(`mode.${mode}`)],
        [t('filing.urgency'), t(`urgency.${urgency}`)],
        [t('request.filedAt'), <Moment key="filed" at={filedAt} full />],
        [t('request.completedAt'), completedAt && <Moment key="completed" at={completedAt} full />],
        [t('request.rating'), rating && t(`rating.stars.${rating.stars}`)],
      ]}
    />
  );
}

function History({ id }: { id: string }) {
  const { t, name } = useTexts();
  const query = useQuery(timelineQuery(id));
  return (
    <section className="panel">
      <h2>{t('request.timeline')}</h2>
      <QueryView query={query}>
        {(entries) => (
          <Timeline
            steps={[...entries].reverse().map((entry, index) => ({
              key: String(entries.length - index),
              at: entry.at,
              title: name(entry.text),
              detail: name(entry.serviceName),
            }))}
          />
        )}
      </QueryView>
    </section>
  );
}
