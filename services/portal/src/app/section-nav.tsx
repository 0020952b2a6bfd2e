import { Link, useLocation } from '@tanstack/react-router';
import { useTexts } from '../i18n/use-texts.js';
import { useMe } from './me.js';
import { navFor, pageAt } from './nav.js';

/** The other pages of the section one is in, where it has more than one. */
export function SectionNav() {
  const { t } = useTexts();
  const me = useMe();
  const { pathname } = useLocation();
  const section = navFor(me?.roles).find(({ pages }) => pageAt(pages, pathname));
  if (!section || section.pages.length < 2) return null;
  const here = pageAt(section.pages, pathname);
  return (
    <nav className="section-nav" aria-label={t(section.text)}>
      <div>
        {section.pages.map((page) => (
          <Link
            key={page.to}
            to={page.to}
            activeProps={{}}
            className={page === here ? 'active' : undefined}
            aria-current={page === here ? (pathname === page.to ? 'page' : 'true') : undefined}
          >
            {t(page.text)}
          </Link>
        ))}
      </div>
    </nav>
  );
}
