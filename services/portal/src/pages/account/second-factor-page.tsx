import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SecondFactorForm } from './second-factor-form.js';

/** For staff who cannot sign in before they have bound an app. */
export function SecondFactorPage() {
  const { t } = useTexts();
  return (
    <Page title={t('credentials.factor')} lead={t('credentials.factorLead')} narrow>
      <SecondFactorForm />
      <Link to="/login">{t('register.toLogin')}</Link>
    </Page>
  );
}
