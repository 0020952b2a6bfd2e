import { useTexts } from '../i18n/use-texts.js';

const TONES: Record<string, string> = {
  SUBMITTED: 'plain',
  WAITING: 'plain',
  READY: 'plain',
  ROUTED: 'brand',
  ACCEPTED: 'brand',
  IN_PROGRESS: 'brand',
  PAUSED: 'plain',
  RETURNED: 'warn',
  COMPLETED: 'good',
  RESOLVED: 'good',
  CANCELLED: 'plain',
  ON_TIME: 'good',
  AT_RISK: 'warn',
  BREACHED: 'bad',
  MET: 'good',
  MISSED: 'bad',
};

interface Props {
  readonly of: 'request' | 'item' | 'ticket' | 'sla';
  readonly value: string;
}

/** A state in words; its colour only repeats them. */
export function StatusTag({ of, value }: Props) {
  const { word } = useTexts();
  return <span className={`tag tag-${TONES[value] ?? 'plain'}`}>{word(`status.${of}.${value}`, value)}</span>;
}
