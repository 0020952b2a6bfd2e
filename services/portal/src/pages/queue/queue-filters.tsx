import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../api/session.js';
import { DOMAINS } from '../../api/shapes.js';
import { SLAS, TICKET_STATUSES, type TicketFilters } from '../../api/tickets.js';
import { nodesQuery } from '../../app/queries.js';
import { FilterSelect } from '../../components/filter-select.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly filters: TicketFilters;
  readonly me: Me;
  readonly onChange: (changes: TicketFilters) => void;
}

export function QueueFilters({ filters, me, onChange }: Props) {
  const { t, name } = useTexts();
  const { data: nodes = [] } = useQuery(nodesQuery);
  const reachable = nodes.filter(({ path }) => !me.nodePath || path.startsWith(me.nodePath) || seesAll(me));
  return (
    <div className="filters">
      {reachable.length > 1 && (
        <FilterSelect
          label={t('queue.node')}
          value={filters.node}
          options={reachable.map((node) => ({ value: node.code, label: name(node.name) }))}
          onChange={(node) => onChange({ node })}
        />
      )}
      <FilterSelect
        label={t('queue.status')}
        value={filters.status}
        options={TICKET_STATUSES.map((status) => ({ value: status, label: t(`status.ticket.${status}`) }))}
        onChange={(status) => onChange({ status })}
      />
      <FilterSelect
        label={t('queue.sla')}
        value={filters.sla}
        options={SLAS.map((sla) => ({ value: sla, label: t(`status.sla.${sla}`) }))}
        onChange={(sla) => onChange({ sla })}
      />
      <FilterSelect
        label={t('catalog.domain')}
        value={filters.domain}
        options={DOMAINS.map((domain) => ({ value: domain, label: t(`domain.${domain}`) }))}
        onChange={(domain) => onChange({ domain })}
      />
    </div>
  );
}

const seesAll = ({ roles }: Me): boolean =>
  roles.some((role) => ['dispatcher', 'administrator', 'auditor', 'province'].includes(role));
