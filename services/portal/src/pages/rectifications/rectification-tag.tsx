import type { Rectification, RectificationStatus } from '../../api/rectifications.js';
import { useTexts } from '../../i18n/use-texts.js';

const TONES: Partial<Record<RectificationStatus, string>> = {
  OPEN: 'warn',
  APPEALED: 'warn',
  RECTIFIED: 'good',
  FED_BACK: 'good',
  RE_RATED: 'good',
  CLOSED: 'plain',
  REMOVED: 'plain',
};

export function RectificationTag({ found: { status, overdue } }: { found: Rectification }) {
  const { t } = useTexts();
  return (
    <span className="card-tags">
      <span className={`tag tag-${TONES[status] ?? 'brand'}`}>{t(`rectification.status.${status}`)}</span>
      {overdue && <span className="tag tag-bad">{t('status.sla.BREACHED')}</span>}
    </span>
  );
}
