import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { CatalogService } from '../../api/catalog.js';
import { DOMAINS, type Domain } from '../../api/shapes.js';
import { servicesQuery } from '../../app/queries.js';
import { DomainName } from '../../components/domain-name.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { matchingServices } from './matching-services.js';
import '../../styles/catalog.css';

const route = getRouteApi('/services');

export function ServicesPage() {
  const { t } = useTexts();
  const query = useQuery(servicesQuery);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: { q?: string; domain?: Domain }) =>
    void navigate({ search: { ...search, ...changed }, replace: true });
  return (
    <Page title={t('catalog.title')} lead={t('catalog.lead')}>
      <div className="filters">
        <label>
          <span className="visually-hidden">{t('home.search')}</span>
          <input
            type="search"
            className="field"
            value={search.q ?? ''}
            placeholder={t('home.searchHint')}
            onChange={(event) => change({ q: event.target.value || undefined })}
          />
        </label>
        <div className="chips" role="group" aria-label={t('catalog.domain')}>
          <Chip chosen={!search.domain} onChoose={() => change({ domain: undefined })} text={t('catalog.all')} />
          {DOMAINS.map((domain) => (
            <Chip
              key={domain}
              chosen={search.domain === domain}
              onChoose={() => change({ domain })}
              text={t(`domain.${domain}`)}
            />
          ))}
        </div>
      </div>
      <QueryView query={query} lines={8}>
        {(services) => <ServiceList services={matchingServices(services, search.q, search.domain)} />}
      </QueryView>
    </Page>
  );
}

function Chip({ chosen, onChoose, text }: { chosen: boolean; onChoose: () => void; text: string }) {
  return (
    <button type="button" className="chip" aria-pressed={chosen} onClick={onChoose}>
      {text}
    </button>
  );
}

function ServiceList({ services }: { services: readonly CatalogService[] }) {
  const { t, name } = useTexts();
  const navigate = route.useNavigate();
  if (services.length === 0) {
    return (
      <Empty title={t('catalog.none')}>
        <p>{t('catalog.noneHint')}</p>
        <Button onClick={() => void navigate({ search: {} })}>{t('state.clearFilters')}</Button>{' '}
        <Link to="/file" search={{ service: 'CON-001' }}>
          {t('catalog.askStation')}
        </Link>
      </Empty>
    );
  }
  return (
    <>
      <p className="soft result-count" role="status">
        {t('catalog.count', { count: services.length })}
      </p>
      <ul className="service-list">
        {services.map((service) => (
          <li key={service.code}>
            <Link to="/services/$code" params={{ code: service.code }}>
              <strong>{name(service.name)}</strong>
              <span className="soft">{service.description}</span>
              <span className="service-meta">
                <DomainName domain={service.domain} />
                <span>{t('catalog.promise', { count: service.limits.promised })}</span>
                <span>{service.feeBasis}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
