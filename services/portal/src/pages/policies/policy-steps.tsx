import { Button } from 'antd';
import { useState } from 'react';
import { POLICY_EDITORS, stepPolicy, type Policy, type PolicyKind } from '../../api/policies.js';
import { useCan, useMe } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { chinaInstant } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly kind: PolicyKind;
  readonly policy: Policy;
  readonly etag?: string;
}

type Step = 'propose' | 'approve' | 'retire';

const STEPS: Record<Policy['status'], readonly Step[]> = {
  DRAFT: ['propose', 'retire'],
  PROPOSED: ['approve', 'retire'],
  PUBLISHED: [],
  RETIRED: [],
};

/** The next steps on the way to being in force; who drafted or proposed it waits for another person. */
export function PolicySteps({ kind, policy, etag }: Props) {
  const { t } = useTexts();
  const me = useMe();
  const mayEdit = useCan(POLICY_EDITORS[kind]);
  const [step, setStep] = useState<Step>();
  if (!mayEdit || STEPS[policy.status].length === 0) return null;
  const own = policy.status === 'PROPOSED' && (policy.proposedBy === me?.userId || policy.draftedBy === me?.username);
  return (
    <>
      {own && <p className="soft">{t('policy.waitsForSecond')}</p>}
      <div className="form-foot">
        {STEPS[policy.status].map((candidate) => (
          <Button
            key={candidate}
            type={candidate === 'retire' ? 'default' : 'primary'}
            danger={candidate === 'retire'}
            disabled={candidate === 'approve' && own}
            onClick={() => setStep(candidate)}
          >
            {t(`policyStep.${candidate}`)}
          </Button>
        ))}
      </div>
      {step && <StepModal kind={kind} policy={policy} etag={etag} step={step} onClose={() => setStep(undefined)} />}
    </>
  );
}

function StepModal({
  kind,
  policy,
  etag,
  step,
  onClose,
}: Props & { readonly step: Step; readonly onClose: () => void }) {
  const { t } = useTexts();
  const [from, setFrom] = useState('');
  const take = useChange(
    () => stepPolicy(kind, policy.version, step, step === 'propose' ? { effectiveFrom: chinaInstant(from) } : {}, etag),
    { touches: [['policies', kind]], onDone: onClose },
  );
  return (
    <ActionModal
      open
      title={`${t(`policyStep.${step}`)} ${policy.version}`}
      confirm={t(`policyStep.${step}`)}
      danger={step === 'retire'}
      disabled={step === 'propose' && from === ''}
      mutation={take}
      onClose={onClose}
    >
      <p>{t(`policyExplain.${step}`)}</p>
      {step === 'propose' && (
        <TextInput
          id="policy.effectiveFrom"
          label={t('policy.effectiveFrom')}
          hint={t('policy.effectiveHint')}
          type="datetime-local"
          value={from}
          faults={faultsOf(take.error, 'policy')}
          onChange={setFrom}
        />
      )}
    </ActionModal>
  );
}
