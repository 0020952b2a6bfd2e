import { useTexts } from '../../i18n/use-texts.js';

const TONES: Record<string, string> = { IDLE: 'good', MAINTENANCE: 'warn', CAL_OVERDUE: 'bad', RETIRED: 'plain' };

export function ResourceTag({ status }: { status: string }) {
  const { word } = useTexts();
  return <span className={`tag tag-${TONES[status] ?? 'plain'}`}>{word(`resourceStatus.${status}`, status)}</span>;
}
