import { useState } from 'react';
import { addWebhook, NEWS_TYPES } from '../../api/connections.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoicesInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

export function WebhookForm({ onAdded, onClose }: { onAdded: (secret?: string) => void; onClose: () => void }) {
  const { t } = useTexts();
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly string[]>(NEWS_TYPES);
  const save = useCreation(() => ({ url: url.trim(), events }), addWebhook, {
    touches: [['webhooks']],
    onDone: ({ secret }) => onAdded(secret),
  });
  const faults = faultsOf(save.error, 'webhook');
  return (
    <ActionModal
      open
      title={t('connections.addWebhook')}
      confirm={t('connections.addWebhook')}
      disabled={url.trim() === '' || events.length === 0}
      mutation={save}
      onClose={onClose}
    >
      <TextInput
        id="webhook.url"
        label={t('connections.url')}
        hint={t('connections.urlHint')}
        max={500}
        value={url}
        faults={faults}
        onChange={setUrl}
      />
      <ChoicesInput
        id="webhook.events"
        label={t('connections.events')}
        value={events}
        options={NEWS_TYPES.map((type) => ({ value: type, label: t(`connections.news.${type.replace('.', '-')}`) }))}
        faults={faults}
        onChange={setEvents}
      />
    </ActionModal>
  );
}
