import { useState } from 'react';
import { standInstitution, type Institution } from '../../api/institutions.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly institution: Institution;
  readonly etag?: string;
  readonly onClose: () => void;
}

/** Takes a body out of routing for a reason, or back into it. */
export function InstitutionStatusChange({ institution, etag, onClose }: Props) {
  const { t } = useTexts();
  const { id, active, name } = institution;
  const [reason, setReason] = useState('');
  const save = useChange(
    () => standInstitution(id, { step: active ? 'suspend' : 'reinstate', reason: reason.trim() }, etag),
    { touches: [['institutions']], onDone: onClose },
  );
  const action = t(active ? 'institution.suspend' : 'institution.reinstate');
  return (
    <ActionModal
      open
      title={`${action}：${name}`}
      confirm={action}
      danger={active}
      disabled={reason.trim() === ''}
      mutation={save}
      onClose={onClose}
    >
      <TextInput
        id="standing.reason"
        label={t('network.reason')}
        rows={2}
        value={reason}
        faults={faultsOf(save.error, 'standing')}
        onChange={setReason}
      />
    </ActionModal>
  );
}
