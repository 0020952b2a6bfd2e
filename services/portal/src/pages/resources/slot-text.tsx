import type { Slot } from '../../api/resources.js';
import { clockText, momentText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

/** 11月26日 09:00–10:00 */
export function SlotText({ slot: { start, end, estimated } }: { slot: Pick<Slot, 'start' | 'end'> & Partial<Slot> }) {
  const { t, language } = useTexts();
  return (
    <span className="number">
      {momentText(start, language)}–{clockText(end, language)}
      {estimated && <small className="soft"> {t('resource.estimated')}</small>}
    </span>
  );
}
