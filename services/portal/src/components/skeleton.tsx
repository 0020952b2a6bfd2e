import { useTexts } from '../i18n/use-texts.js';

/** Grey lines in the place of what is coming; they show only when it takes a moment. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useTexts();
  return (
    <div className="skeleton" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
