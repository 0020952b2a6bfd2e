import { useTexts } from '../i18n/use-texts.js';

const TONES: Record<string, string> = {
  VALID: 'good',
  EXPIRING: 'warn',
  EXPIRED: 'bad',
  SUSPENDED: 'warn',
  REVOKED: 'bad',
};

/** What a qualification is worth today, in words. */
export function QualificationTag({ state }: { state: string }) {
  const { word } = useTexts();
  return <span className={`tag tag-${TONES[state] ?? 'plain'}`}>{word(`qualificationState.${state}`, state)}</span>;
}
