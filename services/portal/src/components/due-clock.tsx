import { timeLeft } from '../format/time-left.js';
import { clockText, momentText } from '../format/times.js';
import { useTexts, type Texts } from '../i18n/use-texts.js';
import { useDayExceptions } from './use-day-exceptions.js';
import { useNow } from './use-now.js';

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long until a due time, in working days and in words; overdue is said, not only coloured. */
export function DueClock({ dueAt, estimated = false }: { dueAt: string; estimated?: boolean }) {
  const texts = useTexts();
  const exceptions = useDayExceptions(dueAt);
  const left = timeLeft(useNow(), dueAt, exceptions);
  const tone = left.kind === 'overdue' ? 'bad' : left.kind === 'hours' ? 'warn' : 'plain';
  return (
    <span className={`due due-${tone}`}>
      <strong>{leftText(left, texts)}</strong>
      <small title={estimated ? texts.t('due.estimatedWhy') : undefined}>
        {texts.t(estimated ? 'due.byEstimated' : 'due.by', { at: dueText(left.kind, dueAt, texts) })}
      </small>
    </span>
  );
}

const dueText = (kind: string, dueAt: string, { language }: Texts): string =>
  kind === 'hours' ? clockText(dueAt, language) : momentText(dueAt, language);

function leftText(left: ReturnType<typeof timeLeft>, texts: Texts): string {
  if (left.kind === 'days') return texts.t('due.days', { count: left.days });
  return texts.t(left.kind === 'hours' ? 'due.left' : 'due.overdue', { time: spanText(left.minutes, texts) });
}

function spanText(minutes: number, { t }: Texts): string {
  if (minutes >= DAY) return t('due.spanDays', { count: Math.floor(minutes / DAY) });
  if (minutes >= HOUR) return t('due.spanHours', { hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR });
  return t('due.spanMinutes', { minutes });
}
