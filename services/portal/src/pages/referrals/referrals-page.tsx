import { getRouteApi, Link } from '@tanstack/react-router';
import { listReferrals, REFERRAL_STATUSES, type Referral } from '../../api/referrals.js';
import type { Column } from '../../components/data-table.js';
import { DueClock } from '../../components/due-clock.js';
import { FilterSelect } from '../../components/filter-select.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { useNodeName } from '../../components/use-node-name.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ReferralTag } from './referral-tag.js';

const route = getRouteApi('/referrals');

/** Work that offices have asked of each other. */
export function ReferralsPage() {
  const { t, name } = useTexts();
  const nodeName = useNodeName();
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePages(['referrals', { status }], (cursor) => listReferrals({ status }, cursor));
  const columns: readonly Column<Referral>[] = [
    {
      title: t('referral.what'),
      cell: ({ id, purpose, ticketNo, serviceName }) => (
        <>
          <Link to="/referrals/$id" params={{ id }} className="queue-name">
            {purpose}
          </Link>
          <div className="soft">
            {name(serviceName)} <span className="number">{ticketNo}</span>
          </div>
        </>
      ),
    },
    { title: t('queue.column.enterprise'), cell: ({ enterpriseName }) => enterpriseName },
    { title: t('referral.owner'), cell: ({ ownerCode }) => nodeName(ownerCode) },
    { title: t('referral.partner'), cell: ({ partnerCode }) => (partnerCode ? nodeName(partnerCode) : '—') },
    {
      title: t('referral.due'),
      cell: ({ dueAt, dueEstimated }) => (dueAt ? <DueClock dueAt={dueAt} estimated={dueEstimated} /> : '—'),
    },
    { title: t('queue.status'), cell: (referral) => <ReferralTag referral={referral} /> },
  ];
  return (
    <Page title={t('referral.title')} lead={t('referral.lead')}>
      <div className="filters">
        <FilterSelect
          label={t('queue.status')}
          value={status}
          options={REFERRAL_STATUSES.map((value) => ({ value, label: t(`referralStatus.${value}`) }))}
          onChange={(chosen) => void navigate({ search: { status: chosen }, replace: true })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('referral.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('referral.empty')}
        emptyHint={t('referral.emptyHint')}
        onClearFilters={status && (() => void navigate({ search: {} }))}
      />
    </Page>
  );
}
