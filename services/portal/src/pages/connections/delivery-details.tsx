import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { readDelivery, replayDelivery, type Delivery } from '../../api/connections.js';
import { ConfirmedButton } from '../../components/confirmed-button.js';
import { QueryView } from '../../components/query-view.js';
import { Timeline } from '../../components/timeline.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly webhookId: string;
  readonly delivery: Delivery;
}

/** What was sent and what came back; what has ended can be sent once more under its own id. */
export function DeliveryDetails({ webhookId, delivery }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <span className="form-foot">
      <Button size="small" onClick={() => setOpen(true)}>
        {t('connections.details')}
      </Button>
      {delivery.state !== 'WAITING' && (
        <ConfirmedButton
          label={t('connections.replay')}
          title={t('connections.replay')}
          explain={t('connections.replayExplain')}
          work={() => replayDelivery(webhookId, delivery.id)}
          touches={[['webhooks', webhookId]]}
        />
      )}
      <Modal open={open} title={delivery.id} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Attempts webhookId={webhookId} deliveryId={delivery.id} />
      </Modal>
    </span>
  );
}

function Attempts({ webhookId, deliveryId }: { webhookId: string; deliveryId: string }) {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ['webhooks', webhookId, 'deliveries', 'one', deliveryId],
    queryFn: () => readDelivery(webhookId, deliveryId),
  });
  return (
    <QueryView query={query}>
      {({ body, log }) => (
        <>
          <pre className="sent-body" tabIndex={0} aria-label={t('connections.body')}>
            {body}
          </pre>
          <Timeline
            steps={[...log].reverse().map(({ at, tookMs, status, told }) => ({
              key: at,
              at,
              title: t('connections.met', { status: status ?? t('connections.noAnswer'), ms: tookMs }),
              detail: told,
            }))}
          />
        </>
      )}
    </QueryView>
  );
}
