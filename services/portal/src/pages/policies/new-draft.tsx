import { useState } from 'react';
import { draftPolicy, type PolicyKind } from '../../api/policies.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly kind: PolicyKind;
  readonly versions: readonly string[];
  readonly basedOn: string;
  readonly onClose: () => void;
  readonly onDrafted: (version: string) => void;
}

/** Begins a draft as a copy of a version. */
export function NewDraft({ kind, versions, basedOn, onClose, onDrafted }: Props) {
  const { t } = useTexts();
  const [version, setVersion] = useState('');
  const [source, setSource] = useState(basedOn);
  const create = useCreation(
    () => ({ version: version.trim(), basedOn: source }),
    (body, key) => draftPolicy(kind, body, key),
    {
      touches: [['policies', kind]],
      onDone: (policy) => {
        onClose();
        onDrafted(policy.version);
      },
    },
  );
  const faults = faultsOf(create.error, 'draft');
  return (
    <ActionModal
      open
      title={t('policy.newDraft')}
      confirm={t('policy.create')}
      disabled={version.trim() === '' || source === ''}
      mutation={create}
      onClose={onClose}
    >
      <TextInput
        id="draft.version"
        label={t('policy.version')}
        hint={t('policy.versionHint')}
        value={version}
        max={40}
        faults={faults}
        onChange={setVersion}
      />
      <ChoiceInput
        id="draft.basedOn"
        label={t('policy.basedOn')}
        value={source}
        options={versions.map((known) => ({ value: known, label: known }))}
        faults={faults}
        onChange={setSource}
      />
    </ActionModal>
  );
}
