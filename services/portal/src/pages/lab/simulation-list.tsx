import { Link } from '@tanstack/react-router';
import { listSimulations, type Simulation } from '../../api/simulations.js';
import type { Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { countText, shareText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { sampleText } from './sample-text.js';

const TONES: Record<Simulation['status'], string> = { QUEUED: 'plain', RUNNING: 'brand', DONE: 'good', FAILED: 'bad' };

/** What was tried before, newest first. */
export function SimulationList() {
  const texts = useTexts();
  const { t, language } = texts;
  const query = usePages(['simulations', 'list'], listSimulations);
  const columns: readonly Column<Simulation>[] = [
    {
      title: t('lab.run'),
      cell: ({ id, draft, baseline }) => (
        <Link to="/lab/$id" params={{ id }} className="queue-name">
          {t('lab.compares', { draft, baseline })}
        </Link>
      ),
    },
    { title: t('lab.sample'), cell: (simulation) => sampleText(simulation, texts) },
    {
      title: t('lab.moved'),
      cell: ({ report }) =>
        report && report.requests > 0
          ? `${countText(report.moved, language)}（${shareText(report.moved / report.requests, language)}）`
          : '—',
    },
    {
      title: t('lab.requestedBy'),
      cell: ({ requestedBy, createdAt }) => (
        <>
          {requestedBy}
          <div className="soft">
            <Moment at={createdAt} />
          </div>
        </>
      ),
    },
    {
      title: t('queue.status'),
      cell: ({ status }) => <span className={`tag tag-${TONES[status]}`}>{t(`lab.state.${status}`)}</span>,
    },
  ];
  return (
    <>
      <h2 className="section-title">{t('lab.runs')}</h2>
      <PagedTable
        query={query}
        label={t('lab.runs')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('lab.noRuns')}
      />
    </>
  );
}
