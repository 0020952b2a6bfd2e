import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { endAllSessions, endSession, listSessions, type OpenSession } from '../../api/credentials.js';
import { session } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { QueryView } from '../../components/query-view.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Where one is signed in, and ways to end it. */
export function SessionsPanel() {
  const { t } = useTexts();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: listSessions });
  const everywhere = useChange(endAllSessions, { touches: [], onDone: () => session.end() });
  const columns: readonly Column<OpenSession>[] = [
    { title: t('credentials.agent'), cell: ({ agent }) => agent ?? '—' },
    { title: t('credentials.address'), cell: ({ address }) => <span className="number">{address ?? '—'}</span> },
    { title: t('credentials.since'), cell: ({ startedAt }) => <Moment at={startedAt} /> },
    { title: t('credentials.used'), cell: ({ usedAt }) => <Moment at={usedAt} /> },
    { title: t('credentials.state'), cell: (one) => <EndSession one={one} /> },
  ];
  return (
    <section className="panel" aria-label={t('credentials.sessions')}>
      <h2>{t('credentials.sessions')}</h2>
      {everywhere.error && <ProblemPanel error={everywhere.error} />}
      <QueryView query={sessions}>
        {(rows) => <DataTable label={t('credentials.sessions')} rows={rows} columns={columns} keyOf={({ id }) => id} />}
      </QueryView>
      <span className="form-foot">
        <Button danger loading={everywhere.isPending} onClick={() => everywhere.mutate()}>
          {t('credentials.endAll')}
        </Button>
      </span>
    </section>
  );
}

function EndSession({ one: { id, current } }: { one: OpenSession }) {
  const { t } = useTexts();
  const end = useChange(() => endSession(id), { touches: [['sessions']] });
  if (current) return <span className="tag tag-good">{t('credentials.here')}</span>;
  return (
    <Button size="small" loading={end.isPending} onClick={() => end.mutate()}>
      {t('credentials.end')}
    </Button>
  );
}
