import { useQuery } from '@tanstack/react-query';
import type { TicketFilters } from '../../api/ticket-filters.js';
import { readTicketCounts, type Sla, type TicketStatus } from '../../api/tickets.js';
import { usePolling } from '../../app/use-live.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Shown {
  readonly name: string;
  readonly filters: { readonly status?: TicketStatus; readonly sla?: Sla };
}

/** What a shift looks at first; each number leads to the very list it counts. */
const SHOWN: readonly Shown[] = [
  { name: 'waiting', filters: { status: 'ROUTED' } },
  { name: 'working', filters: { status: 'IN_PROGRESS' } },
  { name: 'returned', filters: { status: 'RETURNED' } },
  { name: 'risk', filters: { sla: 'AT_RISK' } },
  { name: 'overdue', filters: { sla: 'BREACHED' } },
];

interface Props {
  readonly filters: TicketFilters;
  readonly onChange: (changes: TicketFilters) => void;
}

export function QueueCounts({ filters, onChange }: Props) {
  const { t } = useTexts();
  const refetchInterval = usePolling();
  const asked: TicketFilters = { ...filters, status: undefined, sla: undefined };
  const { data } = useQuery({
    queryKey: ['tickets', 'counts', asked],
    queryFn: () => readTicketCounts(asked),
    refetchInterval,
  });
  return (
    <div className="counts" role="group" aria-label={t('queue.counts')}>
      {SHOWN.map(({ name, filters: wanted }) => {
        const chosen = filters.status === wanted.status && filters.sla === wanted.sla;
        const count = wanted.status ? data?.byStatus[wanted.status] : wanted.sla && data?.bySla[wanted.sla];
        return (
          <button
            key={name}
            type="button"
            className={`count count-${name}`}
            aria-pressed={chosen}
            onClick={() => onChange({ status: undefined, sla: undefined, ...(chosen ? {} : wanted) })}
          >
            <strong className="number">{data ? (count ?? 0) : '…'}</strong>
            {t(`queue.count.${name}`)}
          </button>
        );
      })}
    </div>
  );
}
