import type { Demand } from '../../api/demands.js';
import { useTexts } from '../../i18n/use-texts.js';

const TONES = { OPEN: 'warn', PROPOSED: 'brand', CONFIRMED: 'good', CLOSED: 'plain' };

export function DemandTag({ demand: { status } }: { demand: Pick<Demand, 'status'> }) {
  const { t } = useTexts();
  return <span className={`tag tag-${TONES[status]}`}>{t(`demand.status.${status}`)}</span>;
}
