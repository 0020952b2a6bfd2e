import { Button } from 'antd';
import { useState } from 'react';
import { urgeTicket, type ItemProgress } from '../../api/dialogue.js';
import { useCan } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { TextInput } from '../../components/inputs.js';
import { Moment } from '../../components/moment.js';
import { Notice } from '../../components/notice.js';
import { useCreation } from '../../components/use-change.js';
import { useNow } from '../../components/use-now.js';
import { useTexts } from '../../i18n/use-texts.js';

/** This much a browser's clock may be behind the service's. */
const CLOCKS_DIFFER = 120_000;

/** 催办, with what is left of it; only for the enterprise itself. */
export function UrgeButton({ requestId, progress }: { requestId: string; progress: ItemProgress }) {
  const { t } = useTexts();
  const isClient = useCan('rate');
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const { made, left, nextFrom } = progress.urges;
  const ended = progress.nextStep.code === 'FINISHED' || progress.nextStep.code === 'WITHDRAWN';
  if (!isClient || ended) return null;
  const waits = nextFrom !== undefined && Date.parse(nextFrom) > now.getTime() + CLOCKS_DIFFER;
  return (
    <>
      {done && <Notice tone="good">{t('urge.done')}</Notice>}
      <p>
        <Button disabled={left === 0 || waits} onClick={() => setAsking(true)}>
          {t('urge.button')}
        </Button>{' '}
        <small className="soft">
          {t('urge.left', { made, left })}
          {waits && left > 0 && (
            <>
              {' '}
              {t('urge.nextFrom')} <Moment at={nextFrom} />
            </>
          )}
        </small>
      </p>
      {asking && (
        <UrgeForm
          requestId={requestId}
          ticketId={progress.ticketId}
          onDone={() => setDone(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly requestId: string;
  readonly ticketId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function UrgeForm({ requestId, ticketId, onDone, onClose }: FormProps) {
  const { t } = useTexts();
  const [message, setMessage] = useState('');
  const urge = useCreation(
    () => message.trim(),
    (text, key) => urgeTicket(ticketId, text, key),
    {
      touches: [['request', requestId]],
      onDone: () => {
        onDone();
        onClose();
      },
    },
  );
  return (
    <ActionModal open title={t('urge.title')} confirm={t('urge.confirm')} mutation={urge} onClose={onClose}>
      <p>{t('urge.explain')}</p>
      <TextInput id="urge.message" label={t('urge.message')} optional rows={3} value={message} onChange={setMessage} />
    </ActionModal>
  );
}
