import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { endWebhook, rotateSecret, testWebhook, type Webhook } from '../../api/connections.js';
import { ConfirmedButton } from '../../components/confirmed-button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { ToldOnce } from '../../components/told-once.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

/** What its owner can do with an address. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [told, setTold] = useState<string>();
  const test = useChange(() => testWebhook(webhook), { touches: [['webhooks', webhook.id]] });
  return (
    <span className="form-foot">
      <Button size="small" loading={test.isPending} onClick={() => test.mutate()}>
        {t('connections.test')}
      </Button>
      <ConfirmedButton
        label={t('connections.rotate')}
        title={t('connections.rotate')}
        explain={t('connections.rotateExplain')}
        work={() => rotateSecret(webhook)}
        touches={[['webhooks']]}
        onDone={({ secret }) => setTold(secret)}
      />
      <ConfirmedButton
        label={t('connections.end')}
        title={t('connections.end')}
        explain={t('connections.endExplain')}
        danger
        work={() => endWebhook(webhook)}
        touches={[]}
        onDone={() => void navigate({ to: '/connections' })}
      />
      {test.error && <ProblemPanel error={test.error} />}
      {told && (
        <ToldOnce
          title={t('connections.secretMade')}
          explain={t('connections.toldOnce')}
          text={told}
          onClose={() => setTold(undefined)}
        />
      )}
    </span>
  );
}
