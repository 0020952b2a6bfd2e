import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { discardDeadLetter, replayDeadLetter, type DeadLetter, type ServiceName } from '../../api/operations.js';
import { useCan } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { Facts } from '../../components/facts.js';
import { Field } from '../../components/field.js';
import { Moment } from '../../components/moment.js';
import { useTexts } from '../../i18n/use-texts.js';

type Settlement = 'replay' | 'discard';

/** One event that was parked: what, where from, why, and the two ways out. */
export function DeadLetterCard({ service, letter }: { service: ServiceName; letter: DeadLetter }) {
  const { t } = useTexts();
  const maySettle = useCan('settle');
  const [asked, setAsked] = useState<Settlement>();
  return (
    <li className="card">
      <span className="card-tags">
        <span className="tag tag-plain">{service}</span>
        <strong>{letter.type}</strong>
        <Moment at={letter.parkedAt} full />
      </span>
      <p>
        <code>{letter.errorCode}</code> {letter.errorMessage}
      </p>
      <details className="more-facts">
        <summary>{t('deadLetters.details')}</summary>
        <Facts
          facts={[
            [t('deadLetters.place'), `${letter.topic} / ${letter.partition} / ${letter.offset}`],
            [t('deadLetters.key'), letter.key],
            [t('deadLetters.event'), letter.eventId],
            [t('deadLetters.settledBy'), letter.settledBy],
            [t('deadLetters.reason'), letter.settledReason],
          ]}
        />
        {letter.content !== undefined && <pre className="content">{JSON.stringify(letter.content, null, 2)}</pre>}
      </details>
      {maySettle && letter.status === 'parked' && (
        <span className="form-foot">
          <Button type="primary" onClick={() => setAsked('replay')}>
            {t('deadLetters.replay')}
          </Button>
          <Button danger onClick={() => setAsked('discard')}>
            {t('deadLetters.discard')}
          </Button>
        </span>
      )}
      {asked && <Settle service={service} id={letter.id} how={asked} onClose={() => setAsked(undefined)} />}
    </li>
  );
}

interface SettleProps {
  readonly service: ServiceName;
  readonly id: string;
  readonly how: Settlement;
  readonly onClose: () => void;
}

function Settle({ service, id, how, onClose }: SettleProps) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const settle = useMutation({
    mutationFn: () =>
      how === 'replay' ? replayDeadLetter(service, id) : discardDeadLetter(service, id, reason.trim()),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ['dead-letters'] });
    },
  });
  return (
    <ActionModal
      open
      title={t(`deadLetters.${how}`)}
      confirm={t(`deadLetters.${how}`)}
      danger={how === 'discard'}
      disabled={how === 'discard' && reason.trim() === ''}
      mutation={settle}
      onClose={onClose}
    >
      <p>{t(`deadLetters.explain.${how}`)}</p>
      {how === 'discard' && (
        <Field id="discard.reason" label={t('deadLetters.reason')}>
          <Input.TextArea
            id="discard.reason"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
    </ActionModal>
  );
}
