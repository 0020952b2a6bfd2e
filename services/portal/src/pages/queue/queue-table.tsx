import { Link } from '@tanstack/react-router';
import type { Lease } from '../../api/queue.js';
import type { Ticket } from '../../api/tickets.js';
import { Moment } from '../../components/moment.js';
import { DomainName } from '../../components/domain-name.js';
import { StatusTag } from '../../components/status-tag.js';
import { useNow } from '../../components/use-now.js';
import { clockText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';
import { TicketClock } from '../ticket/ticket-clock.js';

/** Which rows are ticked; missing for those who may only look. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (ids: readonly string[], chosen: boolean) => void;
}

interface Props {
  readonly tickets: readonly Ticket[];
  readonly selection?: Selection;
}

/** A table where there is room, cards on a phone; the same markup either way. */
export function QueueTable({ tickets, selection }: Props) {
  const { t, name } = useTexts();
  const ids = tickets.map(({ id }) => id);
  const columns = ['ticket', 'enterprise', 'clock', 'status', 'station', 'routed'].map((column) =>
    t(`queue.column.${column}`),
  );
  return (
    <table className="queue">
      <thead>
        <tr>
          {selection && (
            <th scope="col">
              <Tick
                label={t('queue.selectAll')}
                chosen={ids.every((id) => selection.ids.has(id))}
                onChange={(chosen) => selection.toggle(ids, chosen)}
              />
            </th>
          )}
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
            {selection && (
              <td className="queue-tick">
                <Tick
                  label={t('queue.select', { number: ticket.ticketNo })}
                  chosen={selection.ids.has(ticket.id)}
                  onChange={(chosen) => selection.toggle([ticket.id], chosen)}
                />
              </td>
            )}
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
              {ticket.urged > 0 && <span className="tag tag-warn">{t('urge.times', { times: ticket.urged })}</span>}
              {ticket.assignee && <div className="soft">{ticket.assignee}</div>}
              {ticket.lease && <LeaseLine lease={ticket.lease} />}
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

/** Gone once it has lapsed, also on a list that was read before. */
function LeaseLine({ lease }: { lease: Lease }) {
  const { t, language } = useTexts();
  if (new Date(lease.until) <= useNow()) return null;
  return (
    <div className="soft">{t('lease.by', { name: lease.holderName, until: clockText(lease.until, language) })}</div>
  );
}

interface TickProps {
  readonly label: string;
  readonly chosen: boolean;
  readonly onChange: (chosen: boolean) => void;
}

function Tick({ label, chosen, onChange }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" aria-label={label} checked={chosen} onChange={(event) => onChange(event.target.checked)} />
    </label>
  );
}
