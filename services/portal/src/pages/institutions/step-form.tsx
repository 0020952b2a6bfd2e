import { useState } from 'react';
import { stepInstitution, type StepOffer } from '../../api/institution-lifecycle.js';
import type { Institution } from '../../api/institutions.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoicesInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly institution: Institution;
  readonly offer: StepOffer;
  readonly etag?: string;
  readonly onClose: () => void;
}

/** Takes one step in a body's life, with why and on what it rests. */
export function StepForm({ institution, offer: { step, needs }, etag, onClose }: Props) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const said = { ...(reason.trim() && { reason: reason.trim() }), ...(evidence.length > 0 && { evidence }) };
  const save = useChange(() => stepInstitution(institution.id, { step, ...said }, etag), {
    touches: [['institutions'], ['qualifications']],
    onDone: onClose,
  });
  const faults = faultsOf(save.error, 'step');
  const needsReason = needs.includes('reason');
  const needsEvidence = needs.includes('evidence');
  return (
    <ActionModal
      open
      title={`${t(`lifecycleStep.${step}`)}：${institution.name}`}
      confirm={t(`lifecycleStep.${step}`)}
      danger={step === 'remove' || step === 'refuse' || step === 'suspend'}
      disabled={(needsReason && reason.trim() === '') || (needsEvidence && evidence.length === 0)}
      mutation={save}
      onClose={onClose}
    >
      <p>{t(`lifecycleExplain.${step}`)}</p>
      <TextInput
        id="step.reason"
        label={t('network.reason')}
        rows={2}
        optional={!needsReason}
        value={reason}
        faults={faults}
        onChange={setReason}
      />
      <ChoicesInput
        id="step.evidence"
        label={t('lifecycle.evidence')}
        hint={t('lifecycle.evidenceHint')}
        optional={!needsEvidence}
        value={evidence}
        faults={faults}
        onChange={setEvidence}
      />
    </ActionModal>
  );
}
