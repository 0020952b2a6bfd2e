import { Button } from 'antd';
import { useState } from 'react';
import { stepDemand, type Demand } from '../../api/demands.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly demand: Demand;
  readonly etag?: string;
  readonly step: 'decline' | 'close';
}

/** A step that is taken with a reason, which the other side reads. */
export function SayWhy({ demand, etag, step }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const close = () => setOpen(false);
  const take = useChange(() => stepDemand(demand.requestId, { step, reason: reason.trim() }, etag), {
    touches: [['demands'], ['requests'], ['request', demand.requestId]],
    onDone: close,
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t(`demand.${step}`)}
      </Button>
      {open && (
        <ActionModal
          open
          title={t(`demand.${step}`)}
          confirm={t(`demand.${step}`)}
          danger
          disabled={reason.trim() === ''}
          mutation={take}
          onClose={close}
        >
          <TextInput
            id="demand.reason"
            label={t('demand.reason')}
            rows={3}
            value={reason}
            faults={faultsOf(take.error, 'demand')}
            onChange={setReason}
          />
        </ActionModal>
      )}
    </>
  );
}
