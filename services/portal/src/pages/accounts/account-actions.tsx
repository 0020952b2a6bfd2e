import { Button } from 'antd';
import { useState } from 'react';
import {
  makePasswordLink,
  reinstateAccount,
  suspendAccount,
  unbindFactor,
  type ManagedAccount,
  type PasswordLink,
} from '../../api/accounts.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { LinkShown } from './link-shown.js';

type Step = 'suspend' | 'reinstate' | 'link' | 'unbind';

/** What its keeper can do with an account; each is asked once more. */
export function AccountActions({ account }: { account: ManagedAccount }) {
  const { t } = useTexts();
  const [asked, setAsked] = useState<Step>();
  const [link, setLink] = useState<PasswordLink>();
  const steps: readonly Step[] = account.active
    ? ['link', ...(account.secondFactor ? (['unbind'] as const) : []), 'suspend']
    : ['reinstate'];
  return (
    <span className="form-foot">
      {steps.map((step) => (
        <Button key={step} size="small" danger={step === 'suspend'} onClick={() => setAsked(step)}>
          {t(`accounts.step.${step}`)}
        </Button>
      ))}
      {asked && <Ask account={account} step={asked} onLink={setLink} onClose={() => setAsked(undefined)} />}
      {link && <LinkShown link={link} username={account.username} onClose={() => setLink(undefined)} />}
    </span>
  );
}

interface AskProps {
  readonly account: ManagedAccount;
  readonly step: Step;
  readonly onLink: (link: PasswordLink) => void;
  readonly onClose: () => void;
}

function Ask({ account, step, onLink, onClose }: AskProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const work = async (): Promise<void> => {
    if (step === 'suspend') await suspendAccount(account, reason.trim());
    else if (step === 'reinstate') await reinstateAccount(account);
    else if (step === 'unbind') await unbindFactor(account);
    else onLink(await makePasswordLink(account));
  };
  const change = useChange(work, { touches: [['accounts']], onDone: onClose });
  const action = t(`accounts.step.${step}`);
  return (
    <ActionModal
      open
      title={`${action} · ${account.username}`}
      confirm={action}
      danger={step === 'suspend'}
      disabled={step === 'suspend' && reason.trim() === ''}
      mutation={change}
      onClose={onClose}
    >
      <p>{t(`accounts.explain.${step}`)}</p>
      {step === 'suspend' && (
        <TextInput
          id="account.reason"
          label={t('network.reason')}
          rows={2}
          value={reason}
          faults={faultsOf(change.error, 'account')}
          onChange={setReason}
        />
      )}
    </ActionModal>
  );
}
