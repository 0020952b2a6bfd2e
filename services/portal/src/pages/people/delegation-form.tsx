import { useState } from 'react';
import { DELEGABLE, giveDelegation } from '../../api/people.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoicesInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { endOfChinaDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Names another enterprise, what it may do in this one's name, and until when. */
export function DelegationForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [agentUscc, setAgent] = useState('');
  const [permissions, setPermissions] = useState<readonly string[]>(['request.file', 'request.read']);
  const [day, setDay] = useState('');
  const bodyOf = () => ({ agentUscc: agentUscc.trim(), permissions, endsAt: endOfChinaDay(day) });
  const save = useCreation(bodyOf, giveDelegation, { touches: [['delegations']], onDone: onClose });
  const faults = faultsOf(save.error, 'delegation');
  return (
    <ActionModal
      open
      title={t('people.delegate')}
      confirm={t('people.delegate')}
      disabled={agentUscc.trim() === '' || permissions.length === 0 || day === ''}
      mutation={save}
      onClose={onClose}
    >
      <p>{t('people.delegateExplain')}</p>
      <TextInput
        id="delegation.agentUscc"
        label={t('people.agent')}
        hint={t('people.agentHint')}
        max={40}
        value={agentUscc}
        faults={faults}
        onChange={setAgent}
      />
      <ChoicesInput
        id="delegation.permissions"
        label={t('people.permissions')}
        value={permissions}
        options={DELEGABLE.map((value) => ({ value, label: t(`people.may.${value.replace('.', '-')}`) }))}
        faults={faults}
        onChange={setPermissions}
      />
      <TextInput
        id="delegation.endsAt"
        label={t('people.until')}
        hint={t('connections.withinYear')}
        type="date"
        value={day}
        faults={faults}
        onChange={setDay}
      />
    </ActionModal>
  );
}
