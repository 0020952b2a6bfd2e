import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { readOverview, readTrend, type Overview, type Period } from '../../api/insight.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { chinaDay, moveDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Cartogram } from './cartogram.js';
import { everyDay } from './every-day.js';
import { FigureCards } from './figure-cards.js';
import { FiguresTable } from './figures-table.js';
import { PeriodFilter } from './period-filter.js';
import { TrendChart } from './trend-chart.js';
import '../../styles/overview.css';

const route = getRouteApi('/overview');
const USUAL_DAYS = 29;

/** How well the service system performs, in figures that each say what they count. */
export function OverviewPage() {
  const { t } = useTexts();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = chinaDay(new Date());
  const period: Period = { from: search.from ?? moveDay(today, -USUAL_DAYS), to: search.to ?? today };
  const query = useQuery({ queryKey: ['insight', 'overview', period], queryFn: () => readOverview(period) });
  return (
    <Page
      title={t('overview.title')}
      lead={me.organizationName}
      aside={query.data?.asOf && <AsOf at={query.data.asOf} />}
    >
      <PeriodFilter period={period} today={today} onChange={(next) => void navigate({ search: next, replace: true })} />
      <QueryView query={query} lines={10}>
        {(overview) => <Figures overview={overview} period={period} />}
      </QueryView>
    </Page>
  );
}

function AsOf({ at }: { at: string }) {
  const { t } = useTexts();
  return (
    <span className="tag tag-plain">
      {t('overview.asOf')} <Moment at={at} />
    </span>
  );
}

function Figures({ overview, period }: { overview: Overview; period: Period }) {
  const { t, name, word } = useTexts();
  const trend = useQuery({ queryKey: ['insight', 'trend', period], queryFn: () => readTrend(period) });
  return (
    <div className="stack">
      <FigureCards figures={overview.totals} />
      <div className="overview-pair">
        <section className="panel">
          <h2>{t('overview.map')}</h2>
          <Cartogram nodes={overview.nodes} />
        </section>
        <section className="panel">
          <h2>{t('overview.trend')}</h2>
          <QueryView query={trend}>{(days) => <TrendChart days={everyDay(period, days)} />}</QueryView>
        </section>
      </div>
      <section className="panel">
        <h2>{t('overview.byDomain')}</h2>
        <FiguresTable
          of={t('catalog.domain')}
          rows={overview.domains.map((row) => ({
            key: row.domain,
            title: word(`domain.${row.domain}`, row.domain),
            figures: row,
          }))}
        />
      </section>
      <section className="panel">
        <h2>{t('overview.byNode')}</h2>
        <FiguresTable
          of={t('queue.node')}
          rows={overview.nodes.map((row) => ({
            key: row.nodeCode,
            title: name(row.nodeName) || row.nodeCode,
            node: row.nodeCode,
            figures: row,
          }))}
        />
      </section>
    </div>
  );
}
