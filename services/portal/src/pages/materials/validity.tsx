import type { Material } from '../../api/materials.js';
import { useTexts } from '../../i18n/use-texts.js';

/** From when to when a document may be handed in, and whether it may be today. */
export function Validity({ material: { validFrom, validUntil, unfit } }: { material: Material }) {
  const { t } = useTexts();
  const span = [validFrom ?? '…', validUntil ?? '…'].join(' – ');
  return (
    <>
      <span className={unfit ? 'tag tag-warn' : 'tag tag-good'}>{t(`library.fitness.${unfit ?? 'FIT'}`)}</span>
      <div className="soft number">{validFrom || validUntil ? span : t('library.always')}</div>
    </>
  );
}
