import { Link } from '@tanstack/react-router';
import type { Ticket } from '../../api/tickets.js';
import { DomainName } from '../../components/domain-name.js';
import { Moment } from '../../components/moment.js';
import { StatusTag } from '../../components/status-tag.js';
import { useTexts } from '../../i18n/use-texts.js';
import { TicketClock } from '../ticket/ticket-clock.js';

/** A table where there is room, cards on a phone; the same markup either way. */
export function QueueTable({ tickets }: { tickets: readonly Ticket[] }) {
  const { t, name } = useTexts();
  const columns = ['ticket', 'enterprise', 'clock', 'status', 'station', 'routed'].map((column) =>
    t(`queue.column.${column}`),
  );
  return (
    <table className="queue">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <tr key={ticket.id}>
            <td data-label={columns[0]}>
              <Link to="/tickets/$id" params={{ id: ticket.id }} className="queue-name">
                {name(ticket.serviceName)}
              </Link>
              <div className="soft">
                <DomainName domain={ticket.domain} />
                <div className="number">{ticket.ticketNo}</div>
              </div>
            </td>
            <td data-label={columns[1]}>{ticket.enterprise.name}</td>
            <td data-label={columns[2]}>
              <TicketClock ticket={ticket} />
            </td>
            <td data-label={columns[3]}>
              <StatusTag of="ticket" value={ticket.status} />
              {ticket.urgency === 'urgent' && <span className="tag tag-warn">{t('urgency.urgent')}</span>}
              {ticket.assignee && <div className="soft">{ticket.assignee}</div>}
            </td>
            <td data-label={columns[4]}>
              {name(ticket.nodeName)}
              {ticket.institutionName && <div className="soft">{ticket.institutionName}</div>}
            </td>
            <td data-label={columns[5]}>
              <Moment at={ticket.routedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
