import { useState } from 'react';
import { KEY_SCOPES, makeKey } from '../../api/connections.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoicesInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { endOfChinaDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

export function KeyForm({ onMade, onClose }: { onMade: (key: string | undefined) => void; onClose: () => void }) {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(KEY_SCOPES);
  const [day, setDay] = useState('');
  const save = useCreation(() => ({ name: name.trim(), scopes, expiresAt: endOfChinaDay(day) }), makeKey, {
    touches: [['api-keys']],
    onDone: ({ key }) => onMade(key),
  });
  const faults = faultsOf(save.error, 'key');
  return (
    <ActionModal
      open
      title={t('connections.makeKey')}
      confirm={t('connections.makeKey')}
      disabled={name.trim() === '' || scopes.length === 0 || day === ''}
      mutation={save}
      onClose={onClose}
    >
      <TextInput
        id="key.name"
        label={t('connections.keyName')}
        hint={t('connections.keyNameHint')}
        max={40}
        value={name}
        faults={faults}
        onChange={setName}
      />
      <ChoicesInput
        id="key.scopes"
        label={t('connections.scopes')}
        value={scopes}
        options={KEY_SCOPES.map((scope) => ({ value: scope, label: t(`connections.scope.${scope}`) }))}
        faults={faults}
        onChange={setScopes}
      />
      <TextInput
        id="key.expiresAt"
        label={t('connections.until')}
        hint={t('connections.withinYear')}
        type="date"
        value={day}
        faults={faults}
        onChange={setDay}
      />
    </ActionModal>
  );
}
