import { useQuery, type QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Quote } from '../../api/quotes.js';
import { listVouchers, stepVoucher, type Voucher } from '../../api/vouchers.js';
import { useCan } from '../../app/me.js';
import { ChoiceInput } from '../../components/inputs.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useChange } from '../../components/use-change.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { VoucherActions } from './voucher-actions.js';
import { VoucherTag } from './voucher-tag.js';

/** The voucher that pays a part of an accepted quote; the enterprise may name one. */
export function OrderVoucher({ quote, about }: { quote: Quote; about: QueryKey }) {
  const { name, language } = useTexts();
  const mayUse = useCan('voucher-use');
  const { data } = useQuery({
    queryKey: ['vouchers', { itemId: quote.itemId }],
    queryFn: () => listVouchers({ itemId: quote.itemId }),
    retry: false,
  });
  const [tied] = data?.items ?? [];
  if (!data) return null;
  if (!tied) return mayUse ? <UseVoucher quote={quote} about={about} /> : null;
  return (
    <p className="card-tags">
      {name(tied.programme.name)}
      <strong className="number">−{yuanText(tied.amountFen ?? 0, language)}</strong>
      <VoucherTag status={tied.status} />
      {tied.actions.length > 0 && <VoucherActions voucher={tied} />}
    </p>
  );
}

function UseVoucher({ quote, about }: { quote: Quote; about: QueryKey }) {
  const { t, name, language } = useTexts();
  const [chosen, setChosen] = useState('');
  const { data } = useQuery({
    queryKey: ['vouchers', { status: 'GRANTED' }, 'choice'],
    queryFn: () => listVouchers({ status: 'GRANTED' }),
    retry: false,
  });
  const usable = data?.items.filter(({ actions }) => actions.includes('lock')) ?? [];
  const voucher = usable.find(({ id }) => id === chosen);
  const lock = useChange(() => stepVoucher(voucher as Voucher, 'lock', { quoteId: quote.id }), {
    touches: [['vouchers'], about],
  });
  if (usable.length === 0) return null;
  return (
    <div className="stack">
      {lock.error && <ProblemPanel error={lock.error} />}
      <ChoiceInput
        id={`voucher.${quote.id}`}
        label={t('voucher.choose')}
        optional
        value={chosen}
        options={usable.map(({ id, programme, faceFen }) => ({
          value: id,
          label: `${name(programme.name)} ${t('voucher.share', { share: programme.sharePercent })} ${t('voucher.upTo', { amount: yuanText(faceFen, language) })}`,
        }))}
        onChange={setChosen}
      />
      <div>
        <Button disabled={!voucher} loading={lock.isPending} onClick={() => lock.mutate()}>
          {t('voucherAction.lock')}
        </Button>
      </div>
    </div>
  );
}
