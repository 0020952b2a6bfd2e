import type { Ticket } from '../../api/tickets.js';
import { DueClock } from '../../components/due-clock.js';
import { StatusTag } from '../../components/status-tag.js';
import { useTexts } from '../../i18n/use-texts.js';

type Clocked = Pick<Ticket, 'status' | 'sla' | 'acceptDueAt' | 'completeDueAt' | 'dueEstimated'>;

/** The clock that runs now: until acceptance, then until completion; a clock that stands still says so. */
export function TicketClock({ ticket }: { ticket: Clocked }) {
  const { t } = useTexts();
  const { status, sla, acceptDueAt, completeDueAt, dueEstimated } = ticket;
  if (status === 'CANCELLED') return <span className="soft">{t('due.none')}</span>;
  if (sla === 'MET' || sla === 'MISSED' || sla === 'PAUSED') return <StatusTag of="sla" value={sla} />;
  const waiting = status === 'ROUTED';
  return (
    <span className="clock">
      <span>
        <StatusTag of="sla" value={sla} /> <small>{t(waiting ? 'due.accept' : 'due.complete')}</small>
      </span>
      <DueClock dueAt={waiting ? acceptDueAt : completeDueAt} estimated={dueEstimated} />
    </span>
  );
}
