import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { acceptInvitation } from '../../api/people.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { TextInput } from '../../components/inputs.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { PasswordField } from '../../components/password-field.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Takes up an invitation. The token stands behind `#`, which browsers never send and servers never log. */
export function JoinPage() {
  const { t } = useTexts();
  const [token] = useState(() => window.location.hash.slice(1));
  const [said, setSaid] = useState({ username: '', displayName: '', password: '' });
  const { faults, traceId, showError } = useFormFaults(placeIn('join'));
  const join = useMutation({ mutationFn: () => acceptInvitation({ token, ...said }), onError: showError });
  const set = (changes: Partial<typeof said>) => setSaid({ ...said, ...changes });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    join.mutate();
  };
  return (
    <Page title={t('people.join')} lead={t('people.joinLead')} failed={faults.length > 0} narrow>
      {join.data ? (
        <Notice tone="good" title={t('people.joined', { username: join.data.username })}>
          <Link to="/login">{t('register.toLogin')}</Link>
        </Notice>
      ) : (
        <form className="panel form" onSubmit={submit} noValidate>
          <ErrorSummary faults={faults} traceId={traceId} />
          <TextInput
            id="join.displayName"
            label={t('accounts.person')}
            max={50}
            value={said.displayName}
            faults={faults}
            onChange={(displayName) => set({ displayName })}
          />
          <TextInput
            id="join.username"
            label={t('login.username')}
            hint={t('people.usernameHint')}
            max={32}
            value={said.username}
            faults={faults}
            onChange={(username) => set({ username: username.trim() })}
          />
          <PasswordField
            id="join.password"
            label={t('login.password')}
            hint={t('register.passwordHint')}
            fresh
            value={said.password}
            faults={faults}
            onChange={(password) => set({ password })}
          />
          <Button
            type="primary"
            htmlType="submit"
            disabled={!token || !said.username || !said.displayName.trim() || !said.password}
            loading={join.isPending}
          >
            {t('people.join')}
          </Button>
          {!token && <p className="soft">{t('credentials.noToken')}</p>}
        </form>
      )}
    </Page>
  );
}
