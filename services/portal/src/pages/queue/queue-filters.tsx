import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../api/session.js';
import { DOMAINS } from '../../api/shapes.js';
import type { TicketFilters } from '../../api/ticket-filters.js';
import { SLAS, TICKET_STATUSES } from '../../api/tickets.js';
import { nodesQuery } from '../../app/queries.js';
import { FilterSelect } from '../../components/filter-select.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QueueSearch } from './queue-search.js';

interface Props {
  readonly filters: TicketFilters;
  readonly me: Me;
  readonly onChange: (changes: TicketFilters) => void;
}

export function QueueFilters({ filters, me, onChange }: Props) {
  const { t, name } = useTexts();
  const { data: nodes = [] } = useQuery(nodesQuery);
  const reachable = nodes.filter(({ path }) => !me.nodePath || path.startsWith(me.nodePath) || seesAll(me));
  const named = (kind: string, states: string) =>
    states
      .split(',')
      .map((state) => t(`status.${kind}.${state}`))
      .join(t('queue.or'));
  return (
    <div className="filters">
      <QueueSearch value={filters.q} onChange={(q) => onChange({ q })} />
      {reachable.length > 1 && (
        <FilterSelect
          label={t('queue.node')}
          value={filters.node}
          options={reachable.map((node) => ({ value: node.code, label: name(node.name) }))}
          onChange={(node) => onChange({ node, exact: undefined })}
        />
      )}
      <FilterSelect
        label={t('queue.status')}
        value={filters.status}
        options={withSeveral(filters.status, TICKET_STATUSES).map((status) => ({
          value: status,
          label: named('ticket', status),
        }))}
        onChange={(status) => onChange({ status })}
      />
      <FilterSelect
        label={t('queue.sla')}
        value={filters.sla}
        options={withSeveral(filters.sla, SLAS).map((sla) => ({ value: sla, label: named('sla', sla) }))}
        onChange={(sla) => onChange({ sla })}
      />
      <FilterSelect
        label={t('catalog.domain')}
        value={filters.domain}
        options={DOMAINS.map((domain) => ({ value: domain, label: t(`domain.${domain}`) }))}
        onChange={(domain) => onChange({ domain })}
      />
      <label className="mine">
        <input
          type="checkbox"
          checked={filters.mine ?? false}
          onChange={(event) => onChange({ mine: event.target.checked || undefined })}
        />
        {t('queue.mine')}
      </label>
    </div>
  );
}

/** A saved view may name several states, which are then one choice more. */
const withSeveral = (value: string | undefined, states: readonly string[]): readonly string[] =>
  value?.includes(',') ? [value, ...states] : states;

const seesAll = ({ roles }: Me): boolean =>
  roles.some((role) => ['dispatcher', 'administrator', 'auditor', 'province'].includes(role));
