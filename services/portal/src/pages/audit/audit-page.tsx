import { getRouteApi } from '@tanstack/react-router';
import { AUDIT_OUTCOMES, listAudit, type AuditLine, type AuditOutcome } from '../../api/audit.js';
import { SERVICES } from '../../api/operations.js';
import type { Column } from '../../components/data-table.js';
import { FilterDay } from '../../components/filter-day.js';
import { FilterSelect } from '../../components/filter-select.js';
import { FilterText } from '../../components/filter-text.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { LineDetails } from './line-details.js';

const route = getRouteApi('/audit');
const TONES: Record<AuditOutcome, string> = { success: 'good', denied: 'bad', refused: 'warn', failed: 'warn' };

/** The audit trail of one service at a time, newest first; looking into it is on record as well. */
export function AuditPage() {
  const { t, word } = useTexts();
  const { service = 'identity', ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePages(['audit', service, filters], (cursor) => listAudit(service, filters, cursor));
  const change = (changes: object) => void navigate({ search: { service, ...filters, ...changes }, replace: true });
  const columns: readonly Column<AuditLine>[] = [
    {
      title: t('audit.action'),
      cell: ({ action, seq }) => (
        <>
          <span className="queue-name">{word(`audit.actions.${action.replaceAll('.', '-')}`, action)}</span>
          <div className="soft number">
            #{seq} {action}
          </div>
        </>
      ),
    },
    { title: t('audit.at'), cell: ({ at }) => <Moment at={at} full /> },
    {
      title: t('audit.actor'),
      cell: ({ actor, address }) => (
        <>
          <span>{actor?.username ?? t('audit.system')}</span>
          <div className="soft number">{address}</div>
        </>
      ),
    },
    {
      title: t('audit.subject'),
      cell: ({ subject }) =>
        subject && (
          <>
            {subject.kind}
            <div className="soft number address">{subject.id}</div>
          </>
        ),
    },
    {
      title: t('audit.outcome'),
      cell: ({ outcome }) => <span className={`tag tag-${TONES[outcome]}`}>{t(`audit.outcomes.${outcome}`)}</span>,
    },
    { title: t('audit.details'), cell: (line) => <LineDetails line={line} /> },
  ];
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <div className="filters">
        <FilterSelect
          label={t('audit.service')}
          value={service}
          all={t('audit.service')}
          options={SERVICES.map((value) => ({ value, label: t(`audit.services.${value}`) }))}
          onChange={(chosen) => change({ service: chosen })}
        />
        <FilterText
          label={t('audit.username')}
          value={filters.username}
          onChange={(username) => change({ username })}
        />
        <FilterText label={t('audit.actionFilter')} value={filters.action} onChange={(action) => change({ action })} />
        <FilterText label={t('audit.subjectId')} value={filters.subject} onChange={(subject) => change({ subject })} />
        <FilterSelect
          label={t('audit.outcome')}
          value={filters.outcome}
          options={AUDIT_OUTCOMES.map((value) => ({ value, label: t(`audit.outcomes.${value}`) }))}
          onChange={(outcome) => change({ outcome })}
        />
        <FilterDay label={t('audit.from')} value={filters.from} onChange={(from) => change({ from })} />
        <FilterDay label={t('audit.until')} value={filters.until} onChange={(until) => change({ until })} />
      </div>
      <PagedTable
        query={query}
        label={t('audit.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('audit.empty')}
        onClearFilters={Object.values(filters).some(Boolean) ? () => void navigate({ search: { service } }) : undefined}
      />
      <p className="soft">{t('audit.verify')}</p>
    </Page>
  );
}
