import type { SimulationReport } from '../../api/simulations.js';
import { Empty } from '../../components/empty.js';
import { countText, shareText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { MoveExamples } from './move-examples.js';
import { SideBySide } from './side-by-side.js';

/** What the other rule set would change: who would move and why, and how both sides do. */
export function ReportView({ report }: { report: SimulationReport }) {
  const { t } = useTexts();
  if (report.requests === 0) return <Empty title={t('lab.noRequests')}>{t('lab.noRequestsHint')}</Empty>;
  return (
    <>
      <Moved report={report} />
      <SideBySide baseline={report.baseline} draft={report.draft} />
      {report.examples.length > 0 && <MoveExamples examples={report.examples} />}
    </>
  );
}

/** How many would go elsewhere, by reason; the bar's whole is all requests. */
function Moved({ report }: { report: SimulationReport }) {
  const { t, word, language } = useTexts();
  const { requests, refused, moved, movedByReason } = report;
  const reasons = Object.entries(movedByReason).sort(([, a], [, b]) => b - a);
  return (
    <section className="panel">
      <h2>{t('lab.moved')}</h2>
      <p>
        {t('lab.movedText', {
          moved: countText(moved, language),
          requests: countText(requests, language),
          share: shareText(moved / requests, language),
        })}
        {refused > 0 && ` ${t('lab.refused', { count: countText(refused, language) })}`}
      </p>
      <div className="moved-bar" aria-hidden>
        {reasons.map(([reason, count], index) => (
          <span key={reason} className={`moved-${index}`} style={{ width: `${(count / requests) * 100}%` }} />
        ))}
      </div>
      {reasons.length > 0 && (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('lab.reason')}</th>
              <th scope="col" className="right">
                {t('lab.count')}
              </th>
              <th scope="col" className="right">
                {t('lab.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(([reason, count], index) => (
              <tr key={reason}>
                <th scope="row">
                  <span className={`moved-mark moved-${index}`} aria-hidden /> {word(`moveReason.${reason}`, reason)}
                </th>
                <td className="right">{countText(count, language)}</td>
                <td className="right">{shareText(count / requests, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
