import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { complain, listRectifications, type RectificationCause } from '../../api/rectifications.js';
import type { ServiceRequest } from '../../api/requests.js';
import { useCan } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RectificationTag } from './rectification-tag.js';

/** Cases about a request, and the ways to open one: a complaint, or an objection once there is a result. */
export function RequestCases({ request }: { request: ServiceRequest }) {
  const { t } = useTexts();
  const may = useCan('rectifications');
  const client = useCan('rate');
  const [asked, setAsked] = useState<RectificationCause>();
  const { data } = useQuery({
    queryKey: ['rectifications', { requestId: request.id }],
    queryFn: () => listRectifications({ requestId: request.id }),
    enabled: may,
  });
  const cases = data?.items ?? [];
  const served = client && request.items.some(({ ticketId }) => ticketId !== undefined);
  const hasResult = request.items.some(({ deliverables = [] }) => deliverables.length > 0);
  if (cases.length === 0 && !served) return null;
  return (
    <section className="panel">
      <h2>{t('nav.rectifications')}</h2>
      {cases.map((found) => (
        <p key={found.id}>
          <Link to="/rectifications/$id" params={{ id: found.id }}>
            {t(`rectification.causes.${found.cause}`)}
          </Link>{' '}
          <RectificationTag found={found} />
        </p>
      ))}
      {served && (
        <div className="form-foot">
          <Button onClick={() => setAsked('complaint')}>{t('rectification.complain')}</Button>
          {hasResult && <Button onClick={() => setAsked('objection')}>{t('rectification.object')}</Button>}
        </div>
      )}
      {asked && <ComplaintForm requestId={request.id} cause={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

interface FormProps {
  readonly requestId: string;
  readonly cause: RectificationCause;
  readonly onClose: () => void;
}

function ComplaintForm({ requestId, cause, onClose }: FormProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const open = useCreation(
    () => ({ cause, text: text.trim() }),
    (body, key) => complain(requestId, body, key),
    {
      touches: [['rectifications']],
      onDone: ({ id }) => void navigate({ to: '/rectifications/$id', params: { id } }),
    },
  );
  const title = t(cause === 'objection' ? 'rectification.object' : 'rectification.complain');
  return (
    <ActionModal
      open
      title={title}
      confirm={t('rectification.send')}
      disabled={text.trim() === ''}
      mutation={open}
      onClose={onClose}
    >
      <p>{t(`rectification.explainCause.${cause}`)}</p>
      <TextInput
        id="complaint.text"
        label={t('rectification.said')}
        rows={5}
        max={2_000}
        value={text}
        faults={faultsOf(open.error, 'complaint')}
        onChange={setText}
      />
    </ActionModal>
  );
}
