import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import type { Ticket } from '../../api/tickets.js';
import { can } from '../../api/roles.js';
import { servicesQuery } from '../../app/queries.js';
import { Contact } from '../../components/contact.js';
import { DomainName } from '../../components/domain-name.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { StatusTag } from '../../components/status-tag.js';
import { FormView } from '../../forms/form-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuotePanel } from '../quotes/quote-panel.js';
import { DecisionPanel } from './decision-panel.js';
import { TicketActions } from './ticket-actions.js';
import { TicketClock } from './ticket-clock.js';
import { TicketClocks } from './ticket-clocks.js';
import { TicketEscalations } from './ticket-escalations.js';
import { TicketHistory } from './ticket-history.js';
import { TicketLease } from './ticket-lease.js';
import { TicketLinks } from './ticket-links.js';
import { TicketMaterials } from './ticket-materials.js';
import { TicketNotes } from './ticket-notes.js';
import { TicketOverride } from './ticket-override.js';
import { ticketQuery } from './ticket-queries.js';
import { TicketReferrals } from './ticket-referrals.js';
import { TicketSplit } from './ticket-split.js';
import { TicketStanding } from './ticket-standing.js';
import '../../styles/queue.css';

const route = getRouteApi('/tickets/$id');

export function TicketPage() {
  const { t, name } = useTexts();
  const { id } = route.useParams();
  const query = useQuery(ticketQuery(id));
  const ticket = query.data?.value;
  return (
    <Page
      title={ticket ? name(ticket.serviceName) : t('ticket.loading')}
      lead={
        ticket && (
          <span className="card-tags">
            <span className="number">{ticket.ticketNo}</span> <StatusTag of="ticket" value={ticket.status} />
            {ticket.urgency === 'urgent' && <span className="tag tag-warn">{t('urgency.urgent')}</span>}
            {ticket.urged > 0 && <span className="tag tag-warn">{t('urge.times', { times: ticket.urged })}</span>}
          </span>
        )
      }
      back={{ to: '/queue', text: t('nav.queue') }}
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => <TicketView ticket={value} etag={etag} />}
      </QueryView>
    </Page>
  );
}

function TicketView({ ticket, etag }: { ticket: Ticket; etag?: string }) {
  const { t } = useTexts();
  const { me } = route.useRouteContext();
  const { data: services } = useQuery(servicesQuery);
  const mayWork = can(me.roles, 'file');
  const isOpen = ticket.status !== 'RESOLVED' && ticket.status !== 'CANCELLED';
  const schema = services?.find(({ code }) => code === ticket.serviceCode)?.form;
  return (
    <div className="split split-lead">
      <div className="stack">
        {ticket.status === 'RETURNED' && (
          <div className="notice notice-warn">
            <strong>{t('ticket.returned')}</strong>
            <ul>
              {ticket.returnedFor?.map((missing) => (
                <li key={missing}>{missing}</li>
              ))}
            </ul>
          </div>
        )}
        <section className="panel">
          <h2>{t('request.form')}</h2>
          <FormView schema={schema ?? {}} form={ticket.form ?? {}} />
        </section>
        <QuotePanel about={['ticket', ticket.id]} itemId={ticket.itemId} />
        <TicketMaterials ticket={ticket} />
        <DecisionPanel ticket={ticket} />
        <TicketClocks ticket={ticket} />
        <TicketEscalations ticket={ticket} />
        <TicketReferrals ticket={ticket} />
        <TicketNotes ticket={ticket} />
        <TicketLinks ticket={ticket} />
        <section className="panel">
          <h2>{t('request.timeline')}</h2>
          <TicketHistory history={ticket.history ?? []} />
        </section>
      </div>
      <aside className="stack">
        <section className="panel">
          <h2>{t('ticket.clock')}</h2>
          <TicketClock ticket={ticket} />
        </section>
        <TicketStanding ticket={ticket} />
        {mayWork && isOpen && <TicketLease ticket={ticket} me={me} />}
        {mayWork && <TicketActions ticket={ticket} etag={etag} me={me} />}
        <TicketOverride ticket={ticket} />
        <TicketSplit ticket={ticket} etag={etag} />
        <section className="panel">
          <h2>{t('request.facts')}</h2>
          <TicketFacts ticket={ticket} />
        </section>
      </aside>
    </div>
  );
}

function TicketFacts({ ticket }: { ticket: Ticket }) {
  const { t, name } = useTexts();
  const { contact, jobId, institutionChoice, resolution } = ticket;
  return (
    <Facts
      facts={[
        [t('catalog.domain'), <DomainName key="domain" domain={ticket.domain} />],
        [t('filing.enterprise'), ticket.enterprise.name],
        [
          t('request.uscc'),
          <span key="uscc" className="number">
            {ticket.enterprise.uscc}
          </span>,
        ],
        [t('request.contact'), <Contact key="contact" {...contact} of={{ kind: 'tickets', id: ticket.id }} />],
        [t('request.station'), name(ticket.nodeName)],
        [t('request.institution'), ticket.institutionName],
        [t('ticket.choice'), institutionChoice !== 'none' && t(`choice.${institutionChoice}`)],
        [t('ticket.pausedFor'), ticket.pauseReason && t(`reason.${ticket.pauseReason}`)],
        [t('ticket.assignee'), ticket.assignee],
        [t('filing.mode'), t(`mode.${ticket.mode}`)],
        [t('request.filedAt'), <Moment key="filed" at={ticket.filedAt} full />],
        [t('ticket.acceptedAt'), ticket.acceptedAt && <Moment key="accepted" at={ticket.acceptedAt} full />],
        [t('ticket.resolvedAt'), ticket.resolvedAt && <Moment key="resolved" at={ticket.resolvedAt} full />],
        [t('ticket.resolution'), resolution],
        [
          t('request.number'),
          <Link key="request" to="/requests/$id" params={{ id: ticket.requestId }} className="number">
            {ticket.requestNo}
          </Link>,
        ],
        [t('ticket.job'), jobId && <JobLink key="job" ticket={ticket} jobId={jobId} />],
      ]}
    />
  );
}

function JobLink({ ticket, jobId }: { ticket: Ticket; jobId: string }) {
  const { t } = useTexts();
  const domain = TECHNICAL_DOMAINS.find((candidate) => candidate === ticket.domain);
  if (!domain) return null;
  return (
    <Link to="/jobs/$domain/$id" params={{ domain, id: jobId }}>
      {t('ticket.openJob')}
    </Link>
  );
}
