import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { readRectification, type Rectification } from '../../api/rectifications.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { Timeline } from '../../components/timeline.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RectificationActions } from './rectification-actions.js';
import { RectificationTag } from './rectification-tag.js';
import { NextClock } from './rectifications-page.js';

const route = getRouteApi('/rectifications/$id');

/** One case: what was held against the service, what was done about it, and what comes next. */
export function RectificationPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['rectifications', 'one', id], queryFn: () => readRectification(id) });
  const found = query.data?.value;
  return (
    <Page
      title={found ? `${t(`rectification.causes.${found.cause}`)} · ${found.requestNo}` : t('rectification.one')}
      lead={found && <RectificationTag found={found} />}
      back={{ to: '/rectifications', text: t('nav.rectifications') }}
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => (
          <div className="split split-lead">
            <div className="stack">
              <section className="panel">
                <h2>{t('rectification.said')}</h2>
                {value.stars !== undefined && (
                  <p>
                    <strong>{t(`rating.stars.${value.stars}`)}</strong>
                  </p>
                )}
                {value.statements.map((statement) => (
                  <p key={statement}>{statement}</p>
                ))}
              </section>
              <History found={value} />
            </div>
            <aside className="stack">
              <RectificationActions found={value} etag={etag} />
              <About found={value} />
            </aside>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function History({ found }: { found: Rectification }) {
  const { t } = useTexts();
  const steps = [...(found.history ?? [])].reverse();
  return (
    <section className="panel">
      <h2>{t('rectification.history')}</h2>
      <Timeline
        steps={steps.map(({ at, step, actor, note, ground }, index) => ({
          key: String(steps.length - index),
          at,
          title: [t(`rectification.done.${step}`), ...(ground ? [t(`rectification.ground.${ground}`)] : [])].join(
            ' · ',
          ),
          detail: [actor, note].filter(Boolean).join(' · '),
        }))}
      />
    </section>
  );
}

function About({ found }: { found: Rectification }) {
  const { t, name } = useTexts();
  const { requestId, requestNo, enterprise, nodeName, nodeCode, openedAt, endedAt, extended, newStars, nextDueAt } =
    found;
  return (
    <section className="panel">
      <h2>{t('request.facts')}</h2>
      <Facts
        facts={[
          [t('rectification.due'), nextDueAt && <NextClock key="due" found={found} />],
          [t('rectification.office'), name(nodeName) || nodeCode],
          [t('queue.column.enterprise'), enterprise.name],
          [
            t('request.number'),
            <Link key="request" to="/requests/$id" params={{ id: requestId }} className="number">
              {requestNo}
            </Link>,
          ],
          [t('rectification.openedAt'), <Moment key="opened" at={openedAt} full />],
          [t('rectification.extension'), extended && t('rectification.extended')],
          [t('rectification.newStars'), newStars && t(`rating.stars.${newStars}`)],
          [t('rectification.endedAt'), endedAt && <Moment key="ended" at={endedAt} full />],
        ]}
      />
    </section>
  );
}
