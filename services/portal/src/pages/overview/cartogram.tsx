import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { NodeFigures } from '../../api/insight.js';
import { nodesQuery } from '../../app/queries.js';
import { DISTRICTS, type District } from '../../components/districts.js';
import { countText, shareText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { byDistrict, shadeOf, type DistrictFigures } from './by-district.js';

const METRICS = ['filed', 'overdueOpen', 'resolvedOnTime'] as const;
type Metric = (typeof METRICS)[number];

const valueOf = (figures: DistrictFigures | undefined, metric: Metric): number | undefined =>
  metric === 'resolvedOnTime' ? figures?.resolvedOnTime.rate : figures?.[metric];

/** Seven equal tiles, one per district; every tile says its figure, the shade only repeats it. */
export function Cartogram({ nodes }: { nodes: readonly NodeFigures[] }) {
  const { t } = useTexts();
  const [metric, setMetric] = useState<Metric>('filed');
  const { data: network = [] } = useQuery(nodesQuery);
  const figures = byDistrict(nodes, network);
  const largest = Math.max(...DISTRICTS.map(({ code }) => valueOf(figures.get(code), metric) ?? 0));
  return (
    <>
      <div className="chips" role="group" aria-label={t('overview.metric')}>
        {METRICS.map((candidate) => (
          <button
            key={candidate}
            type="button"
            className="chip"
            aria-pressed={candidate === metric}
            onClick={() => setMetric(candidate)}
          >
            {t(`figure.${candidate}`)}
          </button>
        ))}
      </div>
      <ul className="cartogram">
        {DISTRICTS.map((district) => (
          <Tile
            key={district.code}
            district={district}
            value={valueOf(figures.get(district.code), metric)}
            metric={metric}
            largest={largest}
          />
        ))}
      </ul>
      <p className="soft cartogram-note">{t('overview.mapNote')}</p>
    </>
  );
}

interface TileProps {
  readonly district: District;
  readonly value: number | undefined;
  readonly metric: Metric;
  readonly largest: number;
}

function Tile({ district: { code, name, column, row }, value, metric, largest }: TileProps) {
  const { t, name: named, language } = useTexts();
  const share = metric === 'resolvedOnTime';
  const text =
    value === undefined ? t('overview.noData') : share ? shareText(value, language) : countText(value, language);
  const shade = value === undefined ? 'none' : String(shadeOf(value, share ? 1 : largest));
  return (
    <li style={{ gridColumn: column + 1, gridRow: row + 1 }}>
      <Link to="/queue" search={{ node: `WS-${code}` }} className={`map-tile shade-${metric}-${shade}`}>
        <span>{named(name)}</span>
        <strong className="number">{text}</strong>
      </Link>
    </li>
  );
}
