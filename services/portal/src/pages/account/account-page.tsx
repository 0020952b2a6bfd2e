import { Page } from '../../components/page.js';
import { useMe } from '../../app/me.js';
import { useTexts } from '../../i18n/use-texts.js';
import { LinksPanel } from './links-panel.js';
import { PasswordForm } from './password-form.js';
import { SecondFactorForm } from './second-factor-form.js';
import { SessionsPanel } from './sessions-panel.js';

/** One's own account: where one is signed in, the password and the authenticator app. */
export function AccountPage() {
  const { t } = useTexts();
  const me = useMe();
  if (!me) return null;
  return (
    <Page title={t('credentials.account')} lead={`${me.displayName} · ${me.username} · ${me.organizationName}`}>
      <SessionsPanel />
      <LinksPanel />
      <PasswordForm username={me.username} />
      <SecondFactorForm username={me.username} title={t('credentials.factor')} />
    </Page>
  );
}
