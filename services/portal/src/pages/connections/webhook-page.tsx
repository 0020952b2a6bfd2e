import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DELIVERY_STATES, listDeliveries, readWebhook, type Delivery } from '../../api/connections.js';
import type { Column } from '../../components/data-table.js';
import { FilterSelect } from '../../components/filter-select.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { QueryView } from '../../components/query-view.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DeliveryDetails } from './delivery-details.js';
import { WebhookActions } from './webhook-actions.js';

const route = getRouteApi('/connections/webhooks/$id');
const TONES = { WAITING: 'warn', DELIVERED: 'good', PARKED: 'bad' } as const;

/** One address: what it was sent, what each attempt met, and a way to send it again. */
export function WebhookPage() {
  const { t, word } = useTexts();
  const { id } = route.useParams();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const webhook = useQuery({ queryKey: ['webhooks', id], queryFn: () => readWebhook(id) });
  const query = usePages(['webhooks', id, 'deliveries', state], (cursor) => listDeliveries(id, state, cursor));
  const columns: readonly Column<Delivery>[] = [
    {
      title: t('connections.event'),
      cell: ({ type, id: deliveryId }) => (
        <>
          <span className="queue-name">{word(`connections.news.${type.replace('.', '-')}`, type)}</span>
          <div className="soft number">{deliveryId}</div>
        </>
      ),
    },
    { title: t('connections.sentAt'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { title: t('connections.attempts'), cell: ({ attempts }) => attempts },
    {
      title: t('credentials.state'),
      cell: (delivery) => (
        <>
          <span className={`tag tag-${TONES[delivery.state]}`}>{t(`connections.delivery.${delivery.state}`)}</span>
          {delivery.state === 'WAITING' && delivery.attempts > 0 && (
            <div className="soft">
              {t('connections.nextAttempt')} <Moment at={delivery.nextAttemptAt} />
            </div>
          )}
        </>
      ),
    },
    { title: t('accounts.actions'), cell: (delivery) => <DeliveryDetails webhookId={id} delivery={delivery} /> },
  ];
  return (
    <Page
      title={t('connections.log')}
      lead={<span className="address">{webhook.data?.url}</span>}
      back={{ to: '/connections', text: t('connections.title') }}
      aside={webhook.data && <WebhookActions webhook={webhook.data} />}
    >
      <QueryView query={webhook}>
        {() => (
          <>
            <div className="filters">
              <FilterSelect
                label={t('credentials.state')}
                value={state}
                options={DELIVERY_STATES.map((value) => ({ value, label: t(`connections.delivery.${value}`) }))}
                onChange={(chosen) => void navigate({ search: { state: chosen }, replace: true })}
              />
            </div>
            <PagedTable
              query={query}
              label={t('connections.log')}
              columns={columns}
              keyOf={({ id: deliveryId }) => deliveryId}
              empty={t('connections.nothingSent')}
              emptyHint={t('connections.nothingSentHint')}
              onClearFilters={state && (() => void navigate({ search: {} }))}
            />
          </>
        )}
      </QueryView>
    </Page>
  );
}
