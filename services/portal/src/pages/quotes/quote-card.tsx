import type { QueryKey } from '@tanstack/react-query';
import type { Quote, QuoteStatus } from '../../api/quotes.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { countText, yuanText } from '../../format/numbers.js';
import { dayText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';
import { OrderVoucher } from '../vouchers/order-voucher.js';
import { QuoteActions } from './quote-actions.js';

const TONES: Record<QuoteStatus, string> = {
  OFFERED: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'bad',
  EXPIRED: 'plain',
  WITHDRAWN: 'plain',
  REPLACED: 'plain',
};

export function QuoteCard({ quote, about }: { quote: Quote; about: QueryKey }) {
  const { t, language } = useTexts();
  const { status, lines, totalFen, validUntil, remark, reason, offeredAt, offeredBy, endedAt } = quote;
  const columns: readonly Column<Quote['lines'][number]>[] = [
    { title: t('quote.what'), cell: ({ what }) => what },
    { title: t('quote.quantity'), cell: ({ quantity }) => countText(quantity, language) },
    {
      title: t('quote.amount'),
      cell: ({ amountFen }) => <span className="number">{yuanText(amountFen, language)}</span>,
    },
  ];
  return (
    <div className="stack">
      <p className="card-tags">
        <strong className="number">{yuanText(totalFen, language)}</strong>
        <span className={`tag tag-${TONES[status]}`}>{t(`quoteStatus.${status}`)}</span>
      </p>
      <DataTable
        label={t('quote.title')}
        rows={lines}
        columns={columns}
        keyOf={(line) => String(lines.indexOf(line))}
      />
      <Facts
        facts={[
          [t('quote.validUntil'), dayText(`${validUntil}T12:00:00+08:00`, language)],
          [t('quote.remark'), remark],
          [t('quote.offeredAt'), <Moment key="offered" at={offeredAt} full />],
          [t('quote.offeredBy'), offeredBy],
          [t('quote.endedAt'), endedAt && <Moment key="ended" at={endedAt} full />],
          [t('quote.reason'), reason],
        ]}
      />
      {status === 'ACCEPTED' && <OrderVoucher quote={quote} about={about} />}
      <QuoteActions quote={quote} about={about} />
    </div>
  );
}
