import type { Referral } from '../../api/referrals.js';
import { useTexts } from '../../i18n/use-texts.js';

const TONES: Record<Referral['status'], string> = {
  DRAFTED: 'plain',
  OFFERED: 'warn',
  DECLINED: 'bad',
  ACCEPTED: 'brand',
  DISPATCHED: 'brand',
  RECEIVED: 'brand',
  RETURNED: 'warn',
  CLOSED: 'good',
  CANCELLED: 'plain',
};

export function ReferralTag({ referral: { status, late } }: { referral: Pick<Referral, 'status' | 'late'> }) {
  const { t } = useTexts();
  return (
    <>
      <span className={`tag tag-${TONES[status]}`}>{t(`referralStatus.${status}`)}</span>
      {late && <span className="tag tag-bad">{t('referral.late')}</span>}
    </>
  );
}
