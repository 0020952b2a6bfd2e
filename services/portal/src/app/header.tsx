import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LineIcon } from '../components/line-icon.js';
import { useTexts } from '../i18n/use-texts.js';
import { Bell } from './bell.js';
import { LanguageSwitch } from './language-switch.js';
import { useMe } from './me.js';
import { navFor, pageAt } from './nav.js';
import { UserMenu } from './user-menu.js';

/** More links than these get a row of their own. */
const FIT_ONE_ROW = 5;

export function Header() {
  const { t } = useTexts();
  const me = useMe();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const entries = navFor(me?.roles);
  const links = entries.map(({ to, text, pages }) => {
    const here = pageAt(pages, pathname) !== undefined;
    return (
      <Link
        key={to}
        to={to}
        activeProps={{}}
        className={here ? 'active' : undefined}
        aria-current={here ? (pathname === to ? 'page' : 'true') : undefined}
      >
        {t(text)}
      </Link>
    );
  });
  useEffect(() => setOpen(false), [pathname]);
  return (
    <header className="bar">
      <div className={entries.length > FIT_ONE_ROW ? 'bar-inner bar-tall' : 'bar-inner'}>
        <Link to="/" className="brand">
          <img src="/favicon.svg" alt="" />
          <span>
            <strong className="brand-long">{t('shell.name')}</strong>
            <strong className="brand-short">{t('shell.shortName')}</strong>
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
            aria-label={t('shell.menu')}
            aria-expanded={open}
            aria-controls="nav-phone"
            onClick={() => setOpen(!open)}
          >
            <LineIcon name="menu" />
            <span className="wide">{t('shell.menu')}</span>
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
