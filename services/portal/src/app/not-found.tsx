import { Link } from '@tanstack/react-router';
import { Page } from '../components/page.js';
import { useTexts } from '../i18n/use-texts.js';

export function NotFound() {
  const { t } = useTexts();
  return (
    <Page title={t('state.notFound')} lead={t('state.notFoundDetail')} narrow>
      <Link to="/">{t('state.toHome')}</Link>
    </Page>
  );
}
