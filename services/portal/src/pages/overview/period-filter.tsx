import type { Period } from '../../api/insight.js';
import { moveDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

const SPANS = [7, 30, 90] as const;

export function PeriodFilter({ period, today, onChange }: Props) {
  const { t } = useTexts();
  return (
    <div className="filters">
      <div className="chips" role="group" aria-label={t('overview.period')}>
        {SPANS.map((days) => {
          const from = moveDay(today, 1 - days);
          return (
            <button
              key={days}
              type="button"
              className="chip"
              aria-pressed={period.from === from && period.to === today}
              onClick={() => onChange({ from, to: today })}
            >
              {t('overview.lastDays', { days })}
            </button>
          );
        })}
      </div>
      <div className="filter">
        <label htmlFor="period-from">{t('overview.from')}</label>
        <input
          id="period-from"
          type="date"
          className="field"
          value={period.from}
          max={period.to}
          onChange={(event) => event.target.value && onChange({ ...period, from: event.target.value })}
        />
      </div>
      <div className="filter">
        <label htmlFor="period-to">{t('overview.to')}</label>
        <input
          id="period-to"
          type="date"
          className="field"
          value={period.to}
          min={period.from}
          max={today}
          onChange={(event) => event.target.value && onChange({ ...period, to: event.target.value })}
        />
      </div>
    </div>
  );
}
