import { useState } from 'react';
import { editNode, type ServiceNode } from '../../api/network.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { NodeChoice } from '../../components/node-choice.js';

interface Props {
  readonly node: ServiceNode;
  readonly etag?: string;
  readonly onClose: () => void;
}

/** Closes an office, naming who covers its places meanwhile, or opens it again. */
export function NodeStatusChange({ node, etag, onClose }: Props) {
  const { t, name } = useTexts();
  const closes = node.active;
  const heir = closes && node.covers.length > 0;
  const [coverageTo, setCoverageTo] = useState('PARENT');
  const [reason, setReason] = useState('');
  const save = useChange(
    () =>
      editNode(
        node.code,
        { status: closes ? 'closed' : 'open', reason: reason.trim(), ...(heir && { coverageTo }) },
        etag,
      ),
    { touches: [['network']], onDone: onClose },
  );
  const faults = faultsOf(save.error, 'status');
  return (
    <ActionModal
      open
      title={`${t(closes ? 'network.close' : 'network.reopen')}：${name(node.name)}`}
      confirm={t(closes ? 'network.close' : 'network.reopen')}
      danger={closes}
      disabled={reason.trim() === '' || (heir && coverageTo === '')}
      mutation={save}
      onClose={onClose}
    >
      {heir && (
        <NodeChoice
          id="status.coverageTo"
          label={t('network.coverageTo')}
          value={coverageTo}
          except={node.code}
          also={[{ value: 'PARENT', label: t('network.theParent') }]}
          faults={faults}
          onChange={setCoverageTo}
        />
      )}
      <TextInput
        id="status.reason"
        label={t('network.reason')}
        rows={2}
        value={reason}
        faults={faults}
        onChange={setReason}
      />
    </ActionModal>
  );
}
