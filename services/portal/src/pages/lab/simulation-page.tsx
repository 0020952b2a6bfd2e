import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { readSimulation, type Simulation } from '../../api/simulations.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ReportView } from './report-view.js';
import { sampleText } from './sample-text.js';
import '../../styles/policies.css';

const route = getRouteApi('/lab/$id');

/** A run is asked for again until it is done. */
const PATIENCE = 1_500;

const isOver = (simulation: Simulation | undefined): boolean =>
  simulation?.status === 'DONE' || simulation?.status === 'FAILED';

/** One run of the policy lab: what was asked, and its report once it is done. */
export function SimulationPage() {
  const texts = useTexts();
  const { t } = texts;
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['simulations', id],
    queryFn: () => readSimulation(id),
    refetchInterval: ({ state }) => (isOver(state.data) || state.error ? false : PATIENCE),
  });
  const { data } = query;
  return (
    <Page
      title={data ? t('lab.compares', { draft: data.draft, baseline: data.baseline }) : t('lab.run')}
      back={{ to: '/lab', text: t('lab.title') }}
    >
      <QueryView query={query} lines={8}>
        {(simulation) => (
          <div className="stack">
            <section className="panel">
              <Facts
                facts={[
                  [t('lab.sample'), sampleText(simulation, texts)],
                  [t('lab.requestedBy'), simulation.requestedBy],
                  [t('lab.requestedAt'), <Moment key="asked" at={simulation.createdAt} full />],
                  [t('lab.finishedAt'), simulation.finishedAt && <Moment key="done" at={simulation.finishedAt} full />],
                ]}
              />
            </section>
            <div role="status">{!isOver(simulation) && <Notice>{t(`lab.status.${simulation.status}`)}</Notice>}</div>
            {simulation.status === 'FAILED' && (
              <Notice tone="bad" title={t('lab.status.FAILED')}>
                {simulation.failure}
              </Notice>
            )}
            {simulation.report && <ReportView report={simulation.report} />}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
