import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listTriage, type WaitingTicket } from '../../api/triage.js';
import { useCan } from '../../app/me.js';
import { DomainName } from '../../components/domain-name.js';
import { DueClock } from '../../components/due-clock.js';
import { Empty } from '../../components/empty.js';
import { Moment } from '../../components/moment.js';
import { More } from '../../components/more.js';
import { Page } from '../../components/page.js';
import { PagesView } from '../../components/pages-view.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DeclineForm } from './decline-form.js';
import { PlaceForm } from './place-form.js';
import '../../styles/queue.css';

/** What nobody can serve by itself, the longest waiting first; a person places or declines it. */
export function TriagePage() {
  const { t } = useTexts();
  const query = usePages(['triage'], listTriage);
  return (
    <Page title={t('triage.title')} lead={t('triage.lead')}>
      <PagesView query={query} empty={<Empty title={t('triage.empty')}>{t('triage.emptyHint')}</Empty>}>
        {(waiting) => (
          <>
            <ul className="cards">
              {waiting.map((each) => (
                <WaitingCard key={each.ticket.id} waiting={each} />
              ))}
            </ul>
            <More query={query} />
          </>
        )}
      </PagesView>
    </Page>
  );
}

function WaitingCard({ waiting }: { waiting: WaitingTicket }) {
  const { t, name, word } = useTexts();
  const mayDecide = useCan('triage-decide');
  const [asked, setAsked] = useState<'place' | 'decline'>();
  const { ticket, reasonCode, waitingSince, dueAt } = waiting;
  const close = () => setAsked(undefined);
  return (
    <li className="card">
      <span className="card-tags">
        <Link to="/tickets/$id" params={{ id: ticket.id }} className="card-link">
          {name(ticket.serviceName)}
        </Link>
        <span className="tag tag-warn">{word(`triageReason.${reasonCode}`, reasonCode)}</span>
        {ticket.urgency === 'urgent' && <span className="tag tag-warn">{t('urgency.urgent')}</span>}
      </span>
      <span className="card-tags soft">
        <DomainName domain={ticket.domain} />
        <span className="number">{ticket.ticketNo}</span>
        <span>{ticket.enterprise.name}</span>
        <span>
          {t('triage.since')} <Moment at={waitingSince} />
        </span>
      </span>
      <DueClock dueAt={dueAt} estimated={ticket.dueEstimated} />
      <Considered waiting={waiting} />
      {mayDecide && (
        <span className="form-foot">
          <Button type="primary" onClick={() => setAsked('place')}>
            {t('triage.place')}
          </Button>
          <Button danger onClick={() => setAsked('decline')}>
            {t('triage.decline')}
          </Button>
        </span>
      )}
      {asked === 'place' && <PlaceForm ticket={ticket} onClose={close} />}
      {asked === 'decline' && <DeclineForm ticket={ticket} onClose={close} />}
    </li>
  );
}

/** Who was looked at, and what speaks against each. */
function Considered({ waiting: { candidates } }: { waiting: WaitingTicket }) {
  const { t, word } = useTexts();
  if (candidates.length === 0) return <span className="soft">{t('triage.nobody')}</span>;
  return (
    <details className="more-facts">
      <summary>{t('decision.candidates', { count: candidates.length })}</summary>
      <ul>
        {candidates.map(({ institutionId, name, failed }) => (
          <li key={institutionId}>
            {name}
            <span className="soft">
              {' '}
              {Object.values(failed)
                .map((verdict) => word(`verdict.${verdict}`, verdict))
                .join('、')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
