import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { changePassword } from '../../api/credentials.js';
import { session } from '../../api/session.js';
import { CodeField } from '../../components/code-field.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PasswordField } from '../../components/password-field.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Changes the password; every session ends with it, this one too. */
export function PasswordForm({ username }: { username: string }) {
  const { t } = useTexts();
  const [answers, setAnswers] = useState({ password: '', code: '', newPassword: '' });
  const { faults, traceId, showError } = useFormFaults(placeIn('password'));
  const change = useMutation({
    mutationFn: () => changePassword({ username, password: answers.password, code: answers.code }, answers.newPassword),
    onSuccess: () => session.end(),
    onError: showError,
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const set = (changes: Partial<typeof answers>) => setAnswers({ ...answers, ...changes });
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      <h2>{t('credentials.changePassword')}</h2>
      <ErrorSummary faults={faults} traceId={traceId} />
      <PasswordField
        id="password.password"
        label={t('credentials.oldPassword')}
        value={answers.password}
        faults={faults}
        onChange={(password) => set({ password })}
      />
      <CodeField
        id="password.code"
        hint={t('credentials.codeHint')}
        optional
        value={answers.code}
        faults={faults}
        onChange={(code) => set({ code })}
      />
      <PasswordField
        id="password.newPassword"
        label={t('credentials.newPassword')}
        hint={t('register.passwordHint')}
        fresh
        value={answers.newPassword}
        faults={faults}
        onChange={(newPassword) => set({ newPassword })}
      />
      <p className="soft">{t('credentials.allEnd')}</p>
      <Button
        type="primary"
        htmlType="submit"
        disabled={!answers.password || !answers.newPassword}
        loading={change.isPending}
      >
        {t('credentials.changePassword')}
      </Button>
    </form>
  );
}
