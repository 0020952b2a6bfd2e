import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { can } from '../../api/roles.js';
import { DOMAINS } from '../../api/shapes.js';
import { useMe } from '../../app/me.js';
import { servicesQuery } from '../../app/queries.js';
import { DomainIcon } from '../../components/domain-icon.js';
import { useTexts } from '../../i18n/use-texts.js';
import { OpenRequests } from './open-requests.js';
import { Packages } from './packages.js';
import { SearchBox } from './search-box.js';
import '../../styles/home.css';

export function HomePage() {
  const { t } = useTexts();
  const me = useMe();
  const { data: services } = useQuery(servicesQuery);
  const count = (domain: string) => services?.filter((service) => service.domain === domain).length;
  useEffect(() => {
    document.title = t('shell.name');
  }, [t]);
  return (
    <>
      <section className="hero">
        <h1 tabIndex={-1}>{t('home.title')}</h1>
        <p>{t('home.lead')}</p>
        <SearchBox />
        <p className="hero-steps">{t('home.steps')}</p>
        <p>
          <Link to="/finder" search={{}} className="hero-link">
            {t('home.finder')}
          </Link>
        </p>
      </section>
      {me && can(me.roles, 'rate') && <OpenRequests />}
      <h2 className="section-title">{t('home.domains')}</h2>
      <ul className="tiles">
        {DOMAINS.map((domain) => (
          <li key={domain}>
            <Link to="/services" search={{ domain }} className={`tile tile-${domain}`}>
              <DomainIcon domain={domain} size={32} />
              <strong>{t(`domain.${domain}`)}</strong>
              <span>{t(`home.domain.${domain}`)}</span>
              <small>{services ? t('home.count', { count: count(domain) ?? 0 }) : '\u00a0'}</small>
            </Link>
          </li>
        ))}
      </ul>
      <Packages />
    </>
  );
}
