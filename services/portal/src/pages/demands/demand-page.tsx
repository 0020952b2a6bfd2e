import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { readDemand, type Demand } from '../../api/demands.js';
import { useCan } from '../../app/me.js';
import { DueClock } from '../../components/due-clock.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { AnswerProposal } from './answer-proposal.js';
import { DemandTag } from './demand-tag.js';
import { ProposeServices } from './propose-services.js';

const route = getRouteApi('/demands/$id');

/** One need in words: what was said, what is proposed, and what the reader may do about it. */
export function DemandPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['demands', 'one', id], queryFn: () => readDemand(id) });
  return (
    <Page title={t('demand.one')} back={{ to: '/demands', text: t('demand.title') }} narrow>
      <QueryView query={query} lines={8}>
        {({ value, etag }) => <DemandView key={etag} demand={value} etag={etag} />}
      </QueryView>
    </Page>
  );
}

function DemandView({ demand, etag }: { demand: Demand; etag?: string }) {
  const { t, word } = useTexts();
  const mayAnswer = useCan('rate');
  const mayPropose = useCan('triage-decide');
  const waits = demand.status === 'OPEN' || demand.status === 'PROPOSED';
  const { text, requestId, requestNo, enterprise, openedAt, dueAt, declined, closedFor } = demand;
  return (
    <div className="stack">
      <section className="panel">
        <div className="panel-head">
          <h2>{text}</h2>
          <DemandTag demand={demand} />
        </div>
        <Facts
          facts={[
            [
              t('request.number'),
              <Link key="request" to="/requests/$id" params={{ id: requestId }} className="number">
                {requestNo}
              </Link>,
            ],
            [t('filing.enterprise'), enterprise.name],
            [t('demand.openedAt'), <Moment key="opened" at={openedAt} full />],
            [t(`demand.dueFor.${waits ? demand.status : 'OPEN'}`), dueAt && <DueClock key="due" dueAt={dueAt} />],
            [t('demand.declined'), declined.length > 0 && declined.join('；')],
            [t('demand.closedFor'), closedFor && word(`demand.closed.${closedFor}`, closedFor)],
          ]}
        />
      </section>
      {demand.proposal && <Proposed proposal={demand.proposal} />}
      {mayAnswer && demand.status === 'PROPOSED' && <AnswerProposal demand={demand} etag={etag} />}
      {mayPropose && waits && <ProposeServices demand={demand} etag={etag} />}
    </div>
  );
}

function Proposed({ proposal: { message, items } }: { proposal: NonNullable<Demand['proposal']> }) {
  const { t, name } = useTexts();
  return (
    <section className="panel">
      <h2>{t('demand.proposal')}</h2>
      <p>{message}</p>
      <ul>
        {items.map(({ serviceCode, serviceName }) => (
          <li key={serviceCode}>
            <Link to="/services/$code" params={{ code: serviceCode }}>
              {name(serviceName)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
