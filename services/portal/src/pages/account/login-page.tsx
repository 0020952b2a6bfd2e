import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { signIn } from '../../api/auth.js';
import { asksForCode, asksForFactor } from '../../api/credentials.js';
import { meQuery } from '../../app/me.js';
import { startFor } from '../../app/nav.js';
import { CodeField } from '../../components/code-field.js';
import { ErrorSummary, type FormFault } from '../../components/error-summary.js';
import { Page } from '../../components/page.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SignOnButtons } from './sign-on-buttons.js';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTexts();
  const cache = useQueryClient();
  const router = useRouter();
  const { redirect } = route.useSearch();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeAsked, setCodeAsked] = useState(false);
  const { faults, traceId, show, showError } = useFormFaults(placeIn('login'));
  const enter = useMutation({
    mutationFn: () => signIn(username.trim(), password, code.trim()),
    onSuccess: (me) => {
      cache.setQueryData(meQuery.queryKey, me);
      router.history.push(redirect ?? startFor(me.roles));
    },
    onError: (error) => {
      if (asksForCode(error)) setCodeAsked(true);
      showError(error);
    },
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = missingFields(username, password).map((fault) => ({ ...fault, text: t(fault.text) }));
    show(missing);
    if (missing.length === 0) enter.mutate();
  };
  return (
    <Page title={t('login.title')} failed={faults.length > 0} narrow>
      <form className="panel form" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} traceId={traceId} />
        <label htmlFor="login.username">{t('login.username')}</label>
        <Input
          id="login.username"
          autoComplete="username"
          autoCapitalize="none"
          size="large"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <label htmlFor="login.password">{t('login.password')}</label>
        <Input.Password
          id="login.password"
          autoComplete="current-password"
          size="large"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {codeAsked && <CodeField id="login.code" value={code} faults={faults} onChange={setCode} />}
        {asksForFactor(enter.error) && <Link to="/second-factor">{t('credentials.toFactor')}</Link>}
        <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
          {t('login.submit')}
        </Button>
        <p className="soft">
          {t('login.noAccount')} <Link to="/register">{t('login.register')}</Link>
        </p>
      </form>
      <SignOnButtons redirect={redirect} />
    </Page>
  );
}

function missingFields(username: string, password: string): FormFault[] {
  return [
    ...(username.trim() ? [] : [{ fieldId: 'login.username', text: 'login.usernameMissing' }]),
    ...(password ? [] : [{ fieldId: 'login.password', text: 'login.passwordMissing' }]),
  ];
}
