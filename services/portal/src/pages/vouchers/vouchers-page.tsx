import { getRouteApi, Link } from '@tanstack/react-router';
import { VOUCHER_STATUSES, listVouchers, type Voucher } from '../../api/vouchers.js';
import { useCan } from '../../app/me.js';
import type { Column } from '../../components/data-table.js';
import { FilterSelect } from '../../components/filter-select.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { VoucherActions } from './voucher-actions.js';
import { VoucherTag } from './voucher-tag.js';

const route = getRouteApi('/vouchers');

/** The vouchers one has, one's orders are paid with, or one settles. */
export function VouchersPage() {
  const { t, name, language } = useTexts();
  const { me } = route.useRouteContext();
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const maySeeRequests = useCan('requests');
  const query = usePages(['vouchers', { status }], (cursor) => listVouchers({ status }, cursor));
  const columns: readonly Column<Voucher>[] = [
    {
      title: t('voucher.programme'),
      cell: ({ programme, enterprise }) => (
        <>
          <span className="queue-name">{name(programme.name)}</span>
          <div className="soft">{enterprise.name}</div>
        </>
      ),
    },
    {
      title: t('voucher.face'),
      cell: ({ faceFen, programme }) => (
        <>
          <span className="number">{yuanText(faceFen, language)}</span>
          <div className="soft">{t('voucher.share', { share: programme.sharePercent })}</div>
        </>
      ),
    },
    {
      title: t('voucher.order'),
      cell: ({ requestId, requestNo, institutionName }) =>
        requestId && (
          <>
            {maySeeRequests ? (
              <Link to="/requests/$id" params={{ id: requestId }} className="number">
                {requestNo}
              </Link>
            ) : (
              <span className="number">{requestNo}</span>
            )}
            <div className="soft">{institutionName}</div>
          </>
        ),
    },
    {
      title: t('voucher.amount'),
      cell: ({ amountFen, invoiceNo }) =>
        amountFen !== undefined && (
          <>
            <span className="number">{yuanText(amountFen, language)}</span>
            {invoiceNo && (
              <div className="soft">
                {t('voucher.invoiceNo')} {invoiceNo}
              </div>
            )}
          </>
        ),
    },
    { title: t('voucher.expiresAt'), cell: ({ expiresAt }) => <Moment at={expiresAt} full /> },
    { title: t('queue.status'), cell: (voucher) => <VoucherTag status={voucher.status} /> },
    { title: t('ticket.actions'), cell: (voucher) => <VoucherActions voucher={voucher} /> },
  ];
  return (
    <Page title={t('voucher.title')} lead={me.organizationName}>
      <div className="filters">
        <FilterSelect
          label={t('queue.status')}
          value={status}
          options={VOUCHER_STATUSES.map((value) => ({ value, label: t(`voucherStatus.${value}`) }))}
          onChange={(chosen) => void navigate({ search: { status: chosen }, replace: true })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('voucher.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('voucher.empty')}
        emptyHint={t('voucher.emptyHint')}
        onClearFilters={status && (() => void navigate({ search: {} }))}
      />
    </Page>
  );
}
