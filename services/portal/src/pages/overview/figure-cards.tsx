import { Popover } from 'antd';
import type { Figures } from '../../api/insight.js';
import { countText, hoursText, shareText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Card {
  readonly name: string;
  readonly value: string;
  readonly n?: number;
}

/** The headline figures, each with N and a note on what exactly it counts (口径). */
export function FigureCards({ figures }: { figures: Figures }) {
  const { t, language } = useTexts();
  const cards: readonly Card[] = [
    { name: 'filed', value: countText(figures.filed, language) },
    { name: 'open', value: countText(figures.open, language) },
    { name: 'resolved', value: countText(figures.resolved, language) },
    { name: 'overdueOpen', value: countText(figures.overdueOpen, language) },
    { name: 'acceptedOnTime', value: shareText(figures.acceptedOnTime.rate, language), n: figures.acceptedOnTime.n },
    { name: 'resolvedOnTime', value: shareText(figures.resolvedOnTime.rate, language), n: figures.resolvedOnTime.n },
    { name: 'median', value: hoursText(figures.medianMinutes, language), n: figures.resolved },
    { name: 'p90', value: hoursText(figures.p90Minutes, language), n: figures.resolved },
  ];
  return (
    <ul className="figure-cards">
      {cards.map(({ name, value, n }) => (
        <li key={name} className="figure">
          <div className="figure-name">
            {t(`figure.${name}`)}
            <Popover trigger="click" content={<p className="definition">{t(`definition.${name}`)}</p>}>
              <button type="button" className="about" aria-label={t('overview.about', { figure: t(`figure.${name}`) })}>
                {t('overview.definition')}
              </button>
            </Popover>
          </div>
          <strong className="number">{value}</strong>
          <small className="soft">{n === undefined ? '\u00a0' : `N = ${countText(n, language)}`}</small>
        </li>
      ))}
    </ul>
  );
}
