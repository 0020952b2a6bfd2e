import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { readReferral, type Referral } from '../../api/referrals.js';
import { DueClock } from '../../components/due-clock.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useNodeName } from '../../components/use-node-name.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CustodyChain } from './custody-chain.js';
import { ReferralActions } from './referral-actions.js';
import { ReferralTag } from './referral-tag.js';

const route = getRouteApi('/referrals/$id');

/** One referral: who asks whom for what, where the thing is, and what one may do about it. */
export function ReferralPage() {
  const { t, name } = useTexts();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['referrals', 'one', id], queryFn: () => readReferral(id) });
  const referral = query.data?.value;
  return (
    <Page
      title={referral ? name(referral.serviceName) : t('referral.one')}
      lead={referral && <ReferralTag referral={referral} />}
      back={{ to: '/referrals', text: t('nav.referrals') }}
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => (
          <div className="split split-lead">
            <div className="stack">
              <section className="panel">
                <h2>{t('referral.purpose')}</h2>
                <p>{value.purpose}</p>
              </section>
              <CustodyChain history={value.history ?? []} />
            </div>
            <aside className="stack">
              <ReferralActions referral={value} etag={etag} />
              <About referral={value} />
            </aside>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function About({ referral }: { referral: Referral }) {
  const { t } = useTexts();
  const nodeName = useNodeName();
  const { ticketId, ticketNo, enterpriseName, ownerCode, partnerCode, candidates, limitDays, dueAt, dueEstimated } =
    referral;
  return (
    <section className="panel">
      <h2>{t('request.facts')}</h2>
      <Facts
        facts={[
          [t('referral.due'), dueAt && <DueClock key="due" dueAt={dueAt} estimated={dueEstimated} />],
          [t('referral.owner'), nodeName(ownerCode)],
          [t('referral.partner'), partnerCode && nodeName(partnerCode)],
          [t('referral.candidates'), candidates.map(nodeName).join(' → ')],
          [t('referral.limit'), t('referral.days', { count: limitDays })],
          [t('queue.column.enterprise'), enterpriseName],
          [
            t('referral.ticket'),
            <Link key="ticket" to="/tickets/$id" params={{ id: ticketId }} className="number">
              {ticketNo}
            </Link>,
          ],
        ]}
      />
    </section>
  );
}
