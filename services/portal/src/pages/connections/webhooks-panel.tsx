import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listWebhooks, type Webhook } from '../../api/connections.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { QueryView } from '../../components/query-view.js';
import { ToldOnce } from '../../components/told-once.js';
import { useTexts } from '../../i18n/use-texts.js';
import { WebhookForm } from './webhook-form.js';

/** The addresses that are told; what each was sent stands on a page of its own. */
export function WebhooksPanel() {
  const { t } = useTexts();
  const query = useQuery({ queryKey: ['webhooks'], queryFn: listWebhooks });
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string>();
  const columns: readonly Column<Webhook>[] = [
    {
      title: t('connections.url'),
      cell: ({ id, url }) => (
        <Link to="/connections/webhooks/$id" params={{ id }} className="queue-name address">
          {url}
        </Link>
      ),
    },
    {
      title: t('connections.events'),
      cell: ({ events }) =>
        events.map((event) => t(`connections.news.${event.replace('.', '-')}`)).join(t('state.and')),
    },
    { title: t('connections.madeAt'), cell: ({ madeAt }) => <Moment at={madeAt} /> },
  ];
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('connections.webhooks')}</h2>
        <Button onClick={() => setAdding(true)}>{t('connections.addWebhook')}</Button>
      </div>
      <p className="soft">{t('connections.webhooksLead')}</p>
      <QueryView query={query}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <p>{t('connections.noWebhooks')}</p>
          ) : (
            <DataTable label={t('connections.webhooks')} rows={webhooks} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </QueryView>
      {adding && (
        <WebhookForm
          onClose={() => setAdding(false)}
          onAdded={(secret) => {
            setAdding(false);
            setTold(secret);
          }}
        />
      )}
      {told && (
        <ToldOnce
          title={t('connections.secretMade')}
          explain={t('connections.toldOnce')}
          text={told}
          onClose={() => setTold(undefined)}
        />
      )}
    </section>
  );
}
