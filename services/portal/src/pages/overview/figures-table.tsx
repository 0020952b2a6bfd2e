import { Link } from '@tanstack/react-router';
import type { Figures } from '../../api/insight.js';
import { countText, hoursText, shareText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Row {
  readonly key: string;
  readonly title: string;
  /** Office whose queue the row leads to. */
  readonly node?: string;
  readonly figures: Figures;
}

const COLUMNS = [
  'filed',
  'open',
  'resolved',
  'overdueOpen',
  'acceptedOnTime',
  'resolvedOnTime',
  'median',
  'p90',
] as const;

export function FiguresTable({ of, rows }: { of: string; rows: readonly Row[] }) {
  const { t, language } = useTexts();
  const share = ({ rate, n }: Figures['acceptedOnTime']) => `${shareText(rate, language)} (${n})`;
  if (rows.length === 0) return <p className="soft">{t('overview.none')}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={of}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="right">
                {t(`figure.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, node, figures }) => (
            <tr key={key}>
              <th scope="row">
                {node ? (
                  <Link to="/queue" search={{ node }}>
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </th>
              <td className="right">{countText(figures.filed, language)}</td>
              <td className="right">{countText(figures.open, language)}</td>
              <td className="right">{countText(figures.resolved, language)}</td>
              <td className={figures.overdueOpen > 0 ? 'right bad' : 'right'}>
                {countText(figures.overdueOpen, language)}
              </td>
              <td className="right">{share(figures.acceptedOnTime)}</td>
              <td className="right">{share(figures.resolvedOnTime)}</td>
              <td className="right">{hoursText(figures.medianMinutes, language)}</td>
              <td className="right">{hoursText(figures.p90Minutes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
