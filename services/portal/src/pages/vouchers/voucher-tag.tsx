import type { VoucherStatus } from '../../api/vouchers.js';
import { useTexts } from '../../i18n/use-texts.js';

const TONES: Record<VoucherStatus, string> = {
  GRANTED: 'brand',
  LOCKED: 'brand',
  USED: 'good',
  SETTLEMENT_APPLIED: 'warn',
  SETTLED: 'good',
  EXPIRED: 'plain',
  REVOKED: 'plain',
};

export function VoucherTag({ status }: { status: VoucherStatus }) {
  const { t } = useTexts();
  return <span className={`tag tag-${TONES[status]}`}>{t(`voucherStatus.${status}`)}</span>;
}
