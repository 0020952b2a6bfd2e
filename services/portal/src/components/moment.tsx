import { instantText, momentText } from '../format/times.js';
import { useTexts } from '../i18n/use-texts.js';

/** An instant in China time; the year shows on demand. */
export function Moment({ at, full = false }: { at: string; full?: boolean }) {
  const { language } = useTexts();
  const text = instantText(at, language);
  return (
    <time dateTime={at} title={text} className="number">
      {full ? text : momentText(at, language)}
    </time>
  );
}
