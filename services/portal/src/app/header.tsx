import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts.js';
import { Bell } from './bell.js';
import { LanguageSwitch } from './language-switch.js';
import { useMe } from './me.js';
import { navFor } from './nav.js';
import { UserMenu } from './user-menu.js';

export function Header() {
  const { t } = useTexts();
  const me = useMe();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const links = navFor(me?.roles).map(({ to, text }) => (
    <Link key={to} to={to} activeProps={{ className: 'active', 'aria-current': 'page' }}>
      {t(text)}
    </Link>
  ));
  useEffect(() => setOpen(false), [pathname]);
  return (
    <header className="bar">
      <div className="bar-inner">
        <Link to="/" className="brand">
          <img src="/favicon.svg" alt="" />
          <span>
            <strong>{t('shell.name')}</strong>
            <small>{t('shell.subtitle')}</small>
          </span>
        </Link>
        <nav className="nav" aria-label={t('shell.nav')}>
          {links}
        </nav>
        <div className="tools">
          <LanguageSwitch />
          {me && <Bell />}
          <UserMenu me={me} />
          <button
            type="button"
            className="tool nav-toggle"
            aria-expanded={open}
            aria-controls="nav-phone"
            onClick={() => setOpen(!open)}
          >
            {t('shell.menu')}
          </button>
        </div>
      </div>
      {open && (
        <nav className="nav-phone" id="nav-phone" aria-label={t('shell.nav')}>
          {links}
        </nav>
      )}
    </header>
  );
}
