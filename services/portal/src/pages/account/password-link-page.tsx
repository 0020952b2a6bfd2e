import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { setPasswordByLink } from '../../api/credentials.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { PasswordField } from '../../components/password-field.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Sets a password by a one-time link. The token stands behind `#`, which browsers never send and servers never log. */
export function PasswordLinkPage() {
  const { t } = useTexts();
  const [token] = useState(() => window.location.hash.slice(1));
  const [newPassword, setNewPassword] = useState('');
  const { faults, traceId, showError } = useFormFaults(placeIn('link'));
  const set = useMutation({ mutationFn: () => setPasswordByLink(token, newPassword), onError: showError });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <Page title={t('credentials.setPassword')} failed={faults.length > 0} narrow>
      {set.data ? (
        <Notice tone="good" title={t('credentials.passwordSet', { username: set.data.username })}>
          <Link to="/login">{t('register.toLogin')}</Link>
        </Notice>
      ) : (
        <form className="panel form" onSubmit={submit} noValidate>
          <ErrorSummary faults={faults} traceId={traceId} />
          <PasswordField
            id="link.newPassword"
            label={t('credentials.newPassword')}
            hint={t('register.passwordHint')}
            fresh
            value={newPassword}
            faults={faults}
            onChange={setNewPassword}
          />
          <Button type="primary" htmlType="submit" disabled={!newPassword || !token} loading={set.isPending}>
            {t('credentials.setPassword')}
          </Button>
          {!token && <p className="soft">{t('credentials.noToken')}</p>}
        </form>
      )}
    </Page>
  );
}
