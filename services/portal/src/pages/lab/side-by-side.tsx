import type { SideReport } from '../../api/simulations.js';
import { countText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { comparisonsOf } from './comparisons.js';

interface Props {
  readonly baseline: SideReport;
  readonly draft: SideReport;
}

/** The figures of both rule sets as pairs of bars with their numbers; whether more is better is said in words. */
export function SideBySide({ baseline, draft }: Props) {
  const { t, language } = useTexts();
  const text = (value: number | undefined, decimals: boolean) =>
    value === undefined ? '—' : decimals ? value.toFixed(value < 1 ? 3 : 1) : countText(value, language);
  return (
    <section className="panel">
      <h2>{t('lab.sides')}</h2>
      <p className="legend">
        <span className="legend-filed">{t('lab.baseline', { version: baseline.ruleSet })}</span>
        <span className="legend-resolved">{t('lab.draft', { version: draft.ruleSet })}</span>
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('lab.sides')}>
        <table className="figures sides">
          <thead>
            <tr>
              <th scope="col">{t('lab.figure')}</th>
              <th scope="col">{baseline.ruleSet}</th>
              <th scope="col">{draft.ruleSet}</th>
              <th scope="col">{t('lab.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {comparisonsOf(baseline, draft).map(({ figure, before, after, top, verdict, decimals }) => (
              <tr key={figure}>
                <th scope="row">
                  {t(`lab.figures.${figure}`)}
                  <div className="soft">{t(`lab.about.${figure}`)}</div>
                </th>
                <td>
                  <strong>{text(before, decimals)}</strong>
                  <Bar tone="filed" value={before} top={top} />
                </td>
                <td>
                  <strong>{text(after, decimals)}</strong>
                  <Bar tone="resolved" value={after} top={top} />
                </td>
                <td>
                  <span className={`tag tag-${verdict === 'better' ? 'good' : verdict === 'worse' ? 'warn' : 'plain'}`}>
                    {t(`lab.verdicts.${verdict}`)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Bar({ tone, value = 0, top }: { tone: string; value?: number; top: number }) {
  return (
    <span className="side-bar" aria-hidden>
      <span className={`side-${tone}`} style={{ width: `${top > 0 ? (value / top) * 100 : 0}%` }} />
    </span>
  );
}
