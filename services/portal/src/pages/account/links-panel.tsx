import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { leaveFor, listLinks, unlink, type LinkedIdentity, type SignOnProvider } from '../../api/single-sign-on.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { QueryView } from '../../components/query-view.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { providersQuery } from './providers-query.js';

interface Row {
  readonly provider: SignOnProvider;
  readonly link?: LinkedIdentity | undefined;
}

/** By which providers one may sign in to the account; nothing where the installation has none. */
export function LinksPanel() {
  const { t, name } = useTexts();
  const providers = useQuery(providersQuery);
  const links = useQuery({ queryKey: ['sign-on-links'], queryFn: listLinks, enabled: Boolean(providers.data?.length) });
  if (!providers.data?.length) return null;
  const columns: readonly Column<Row>[] = [
    { title: t('signOn.provider'), cell: ({ provider }) => name(provider.label) },
    { title: t('signOn.linkedAt'), cell: ({ link }) => (link ? <Moment at={link.linkedAt} /> : '—') },
    { title: t('credentials.used'), cell: ({ link }) => (link?.usedAt ? <Moment at={link.usedAt} /> : '—') },
    { title: t('credentials.state'), cell: (row) => <LinkStep {...row} /> },
  ];
  return (
    <section className="panel" aria-label={t('signOn.links')}>
      <h2>{t('signOn.links')}</h2>
      <QueryView query={links}>
        {(found) => (
          <DataTable
            label={t('signOn.links')}
            rows={providers.data.map((provider) => ({
              provider,
              link: found.find((one) => one.provider === provider.id),
            }))}
            columns={columns}
            keyOf={({ provider }) => provider.id}
          />
        )}
      </QueryView>
    </section>
  );
}

function LinkStep({ provider, link }: Row) {
  const { t } = useTexts();
  const work = () => (link ? unlink(link.id) : leaveFor(provider.id, 'link'));
  const step = useChange<unknown>(work, { touches: [['sign-on-links']] });
  return (
    <>
      {step.error && <ProblemPanel error={step.error} />}
      <Button size="small" danger={Boolean(link)} loading={step.isPending} onClick={() => step.mutate()}>
        {t(link ? 'signOn.unlink' : 'signOn.link')}
      </Button>
    </>
  );
}
