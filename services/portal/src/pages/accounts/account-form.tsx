import { useState } from 'react';
import { createAccount, type ManagedAccount, type PasswordLink } from '../../api/accounts.js';
import type { Role } from '../../api/roles.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoicesInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly roles: readonly Role[];
  readonly organizationId: string;
  readonly onMade: (made: ManagedAccount & { readonly link: PasswordLink }) => void;
  readonly onClose: () => void;
}

/** Makes an account; its owner sets the password by a link. */
export function AccountForm({ roles, organizationId, onMade, onClose }: Props) {
  const { t } = useTexts();
  const [facts, setFacts] = useState({
    username: '',
    displayName: '',
    roles: roles.slice(0, 1) as readonly string[],
    organizationId,
  });
  const save = useCreation(() => facts, createAccount, { touches: [['accounts']], onDone: onMade });
  const faults = faultsOf(save.error, 'account');
  const set = (changes: Partial<typeof facts>) => setFacts({ ...facts, ...changes });
  const complete = facts.username.trim() && facts.displayName.trim() && facts.roles.length > 0;
  return (
    <ActionModal
      open
      title={t('accounts.add')}
      confirm={t('accounts.add')}
      disabled={!complete}
      mutation={save}
      onClose={onClose}
    >
      <TextInput
        id="account.username"
        label={t('login.username')}
        max={64}
        value={facts.username}
        faults={faults}
        onChange={(username) => set({ username })}
      />
      <TextInput
        id="account.displayName"
        label={t('accounts.person')}
        max={50}
        value={facts.displayName}
        faults={faults}
        onChange={(displayName) => set({ displayName })}
      />
      <ChoicesInput
        id="account.roles"
        label={t('accounts.roles')}
        value={facts.roles}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        faults={faults}
        onChange={(chosen) => set({ roles: chosen })}
      />
      <TextInput
        id="account.organizationId"
        label={t('accounts.organization')}
        hint={t('accounts.organizationHint')}
        max={40}
        value={facts.organizationId}
        faults={faults}
        onChange={(chosen) => set({ organizationId: chosen })}
      />
    </ActionModal>
  );
}
