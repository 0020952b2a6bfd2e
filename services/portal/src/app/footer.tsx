import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/use-texts.js';

export function Footer() {
  const { t } = useTexts();
  return (
    <footer className="foot">
      <div className="foot-inner">
        <span>{t('shell.name')}</span>
        <Link to="/services">{t('nav.services')}</Link>
        <Link to="/track">{t('track.title')}</Link>
        <Link to="/verify">{t('nav.verify')}</Link>
        <a href="/api/openapi.json">{t('shell.api')}</a>
      </div>
    </footer>
  );
}
