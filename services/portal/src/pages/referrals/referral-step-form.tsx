import { useState } from 'react';
import { DECLINE_REASONS, stepReferral, type Referral, type ReferralStep } from '../../api/referrals.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { OfficesInput } from './offices-input.js';

interface Props {
  readonly referral: Referral;
  readonly etag?: string;
  readonly step: ReferralStep;
  readonly onClose: () => void;
}

/** Steps with which something changes hands, or ends early, say what and in which condition. */
const SAY_MUST: readonly ReferralStep[] = ['dispatch', 'receive', 'return', 'cancel'];

export function ReferralStepForm({ referral, etag, step, onClose }: Props) {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const [reasonCode, setReasonCode] = useState('');
  const [candidates, setCandidates] = useState<readonly string[]>([]);
  const must = SAY_MUST.includes(step);
  const body = () => ({
    ...(step === 'offer' ? candidates.length > 0 && { candidates } : note.trim() && { note: note.trim() }),
    ...(step === 'decline' && { reasonCode }),
  });
  const take = useChange(() => stepReferral(referral.id, step, body(), etag), {
    touches: [['referrals']],
    onDone: onClose,
  });
  const faults = faultsOf(take.error, 'referral');
  return (
    <ActionModal
      open
      title={t(`referralAct.${step}`)}
      confirm={t(`referralAct.${step}`)}
      danger={step === 'decline' || step === 'cancel'}
      disabled={(must && note.trim() === '') || (step === 'decline' && reasonCode === '')}
      mutation={take}
      onClose={onClose}
    >
      {step === 'offer' && (
        <OfficesInput
          id="referral.candidates"
          except={referral.ownerCode}
          value={candidates}
          faults={faults}
          onChange={setCandidates}
        />
      )}
      {step === 'decline' && (
        <ChoiceInput
          id="referral.reasonCode"
          label={t('network.reason')}
          value={reasonCode}
          options={DECLINE_REASONS.map((value) => ({ value, label: t(`declineReason.${value}`) }))}
          faults={faults}
          onChange={setReasonCode}
        />
      )}
      {step !== 'offer' && (
        <TextInput
          id="referral.note"
          label={t(must && step !== 'cancel' ? 'referral.handover' : 'ticketField.note')}
          hint={must && step !== 'cancel' ? t('referral.handoverHint') : undefined}
          optional={!must}
          rows={3}
          max={must ? 1_000 : 500}
          value={note}
          faults={faults}
          onChange={setNote}
        />
      )}
    </ActionModal>
  );
}
