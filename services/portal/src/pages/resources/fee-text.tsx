import type { Resource } from '../../api/resources.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

/** What a use costs, by the unit of which a begun one counts whole. */
export function FeeText({ fee: { fen, per } }: Pick<Resource, 'fee'>) {
  const { t, language } = useTexts();
  if (fen === 0) return t('resource.free');
  return (
    <span className="number">
      {yuanText(fen, language)} / {t(`feeUnit.${per}`)}
    </span>
  );
}
