import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Referral, ReferralStep } from '../../api/referrals.js';
import { useMe } from '../../app/me.js';
import { nodesQuery } from '../../app/queries.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ReferralStepForm } from './referral-step-form.js';
import { referralSteps } from './referral-steps.js';
import '../../styles/queue.css';

interface Props {
  readonly referral: Referral;
  readonly etag?: string;
}

export function ReferralActions({ referral, etag }: Props) {
  const { t } = useTexts();
  const me = useMe();
  const { data: nodes = [] } = useQuery(nodesQuery);
  const [step, setStep] = useState<ReferralStep>();
  const steps = me ? referralSteps(referral, me, nodes) : [];
  return (
    <section className="panel actions">
      <h2>{t('ticket.actions')}</h2>
      {steps.length === 0 && <p className="soft">{t('ticket.noActions')}</p>}
      {steps.map((candidate, index) => (
        <Button
          key={candidate}
          block
          type={index === 0 ? 'primary' : 'default'}
          danger={candidate === 'cancel' || candidate === 'decline'}
          onClick={() => setStep(candidate)}
        >
          {t(`referralAct.${candidate}`)}
        </Button>
      ))}
      {step && <ReferralStepForm referral={referral} etag={etag} step={step} onClose={() => setStep(undefined)} />}
    </section>
  );
}
