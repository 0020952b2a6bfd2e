import { useState } from 'react';
import { invite, MEMBER_ROLES } from '../../api/people.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

export function InviteForm({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const { t } = useTexts();
  const [role, setRole] = useState<string>(MEMBER_ROLES[0]);
  const [note, setNote] = useState('');
  const save = useChange(() => invite(role, note.trim()), {
    touches: [['invitations']],
    onDone: ({ token }) => onMade(token),
  });
  const faults = faultsOf(save.error, 'invitation');
  return (
    <ActionModal
      open
      title={t('people.invite')}
      confirm={t('people.makeLink')}
      disabled={role === ''}
      mutation={save}
      onClose={onClose}
    >
      <ChoiceInput
        id="invitation.role"
        label={t('accounts.roles')}
        value={role}
        options={MEMBER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        faults={faults}
        onChange={setRole}
      />
      <TextInput
        id="invitation.note"
        label={t('people.for')}
        hint={t('people.forHint')}
        optional
        max={100}
        value={note}
        faults={faults}
        onChange={setNote}
      />
    </ActionModal>
  );
}
