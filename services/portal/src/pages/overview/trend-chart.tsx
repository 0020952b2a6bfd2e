import { useTexts } from '../../i18n/use-texts.js';
import type { DayCount } from './every-day.js';
import { niceTop } from './nice-top.js';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 36;
const BOTTOM = 24;
const TOP = 8;
const WIDEST_BAR = 24;

/** Filed and resolved per day as pairs of bars; the same numbers stand in the table below. */
export function TrendChart({ days }: { days: readonly DayCount[] }) {
  const { t } = useTexts();
  if (days.length === 0) return <p className="soft">{t('overview.none')}</p>;
  const top = niceTop(Math.max(...days.flatMap(({ filed, resolved }) => [filed, resolved])));
  const plot = HEIGHT - BOTTOM - TOP;
  const slot = (WIDTH - LEFT) / days.length;
  const height = (value: number) => (value / top) * plot;
  const every = Math.ceil(days.length / 8);
  return (
    <>
      <p className="legend">
        <span className="legend-filed">{t('figure.filed')}</span>
        <span className="legend-resolved">{t('figure.resolved')}</span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="trend" role="img" aria-label={t('overview.trendText')}>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM - height(value)} y2={HEIGHT - BOTTOM - height(value)} />
            <text x={LEFT - 6} y={HEIGHT - BOTTOM - height(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {days.map(({ day, filed, resolved }, index) => {
          const x = LEFT + index * slot;
          const bar = Math.min(WIDEST_BAR, Math.max(1, slot * 0.36));
          return (
            <g key={day}>
              <title>{`${day} ${t('figure.filed')} ${filed} ${t('figure.resolved')} ${resolved}`}</title>
              <rect
                className="bar-filed"
                x={x + slot / 2 - bar}
                width={bar}
                y={HEIGHT - BOTTOM - height(filed)}
                height={height(filed)}
              />
              <rect
                className="bar-resolved"
                x={x + slot / 2}
                width={bar}
                y={HEIGHT - BOTTOM - height(resolved)}
                height={height(resolved)}
              />
              {index % every === 0 && (
                <text x={x + slot / 2} y={HEIGHT - 6} textAnchor="middle">
                  {day.slice(5)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <TrendTable days={days} />
    </>
  );
}

function TrendTable({ days }: { days: readonly DayCount[] }) {
  const { t } = useTexts();
  return (
    <details className="more-facts">
      <summary>{t('overview.asTable')}</summary>
      <div className="scroll" tabIndex={0}>
        <table className="figures">
          <thead>
            <tr>
              {[t('overview.day'), t('figure.filed'), t('figure.resolved')].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, filed, resolved }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{filed}</td>
                <td>{resolved}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
