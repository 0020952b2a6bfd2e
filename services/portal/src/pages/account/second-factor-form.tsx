import { useMutation } from '@tanstack/react-query';
import { Button, Input, QRCode } from 'antd';
import { useState } from 'react';
import { confirmFactor, offerFactor } from '../../api/credentials.js';
import { CodeField } from '../../components/code-field.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { PasswordField } from '../../components/password-field.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Binds an authenticator app: who, then a secret for the app, then a code of it, then codes for the day it is lost. */
export function SecondFactorForm({ username: known, title }: { username?: string; title?: string }) {
  const { t } = useTexts();
  const [given, setGiven] = useState({ username: known ?? '', password: '', code: '' });
  const [newCode, setNewCode] = useState('');
  const { faults, traceId, showError, clear } = useFormFaults(placeIn('factor'));
  const offer = useMutation({ mutationFn: () => offerFactor(given), onSuccess: clear, onError: showError });
  const confirm = useMutation({ mutationFn: () => confirmFactor(given, newCode), onError: showError });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (offer.data) confirm.mutate();
    else offer.mutate();
  };
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} />;
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      {title && <h2>{title}</h2>}
      <ErrorSummary faults={faults} traceId={traceId} />
      {offer.data ? (
        <>
          <p>{t('credentials.scan')}</p>
          <QRCode type="svg" value={offer.data.otpauthUrl} size={200} />
          <p className="soft">
            {t('credentials.typeIn')} <code>{offer.data.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <CodeField
            id="factor.newCode"
            label={t('credentials.newCode')}
            value={newCode}
            faults={faults}
            onChange={setNewCode}
          />
        </>
      ) : (
        <>
          {known === undefined && (
            <Field id="factor.username" label={t('login.username')} faults={faults}>
              <Input
                id="factor.username"
                autoComplete="username"
                value={given.username}
                onChange={(event) => setGiven({ ...given, username: event.target.value })}
              />
            </Field>
          )}
          <PasswordField
            id="factor.password"
            label={t('login.password')}
            value={given.password}
            faults={faults}
            onChange={(password) => setGiven({ ...given, password })}
          />
          <CodeField
            id="factor.code"
            hint={t('credentials.oldCodeHint')}
            optional
            value={given.code}
            faults={faults}
            onChange={(code) => setGiven({ ...given, code })}
          />
        </>
      )}
      <Button type="primary" htmlType="submit" loading={offer.isPending || confirm.isPending}>
        {t(offer.data ? 'credentials.bind' : 'credentials.next')}
      </Button>
    </form>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTexts();
  return (
    <div className="panel">
      <Notice tone="good" title={t('credentials.bound')}>
        {t('credentials.keepCodes')}
      </Notice>
      <pre className="content">{codes.join('\n')}</pre>
    </div>
  );
}
