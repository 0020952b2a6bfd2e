import { useState } from 'react';
import { verifyQualification } from '../../api/institution-lifecycle.js';
import type { Qualification } from '../../api/institutions.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly qualification: Qualification;
  readonly etag?: string;
  readonly onClose: () => void;
}

/** Says that a qualification stands in the authority's register as it is written here. */
export function VerifyForm({ qualification, etag, onClose }: Props) {
  const { t } = useTexts();
  const [source, setSource] = useState('');
  const { institutionId, kind, number } = qualification;
  const verify = useChange(() => verifyQualification(institutionId, { kind, number, source: source.trim() }, etag), {
    touches: [['institutions'], ['qualifications']],
    onDone: onClose,
  });
  return (
    <ActionModal
      open
      title={`${t('qualification.verify')}：${kind} ${number}`}
      confirm={t('qualification.verify')}
      disabled={source.trim() === ''}
      mutation={verify}
      onClose={onClose}
    >
      <p>{t('qualification.verifyExplain')}</p>
      <TextInput
        id="verify.source"
        label={t('qualification.source')}
        hint={t('qualification.sourceHint')}
        max={200}
        value={source}
        faults={faultsOf(verify.error, 'verify')}
        onChange={setSource}
      />
    </ActionModal>
  );
}
