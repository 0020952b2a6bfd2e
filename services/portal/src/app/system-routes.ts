import { createRoute } from '@tanstack/react-router';
import { TECHNICAL_DOMAINS } from '../api/shapes.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, textParam, type RawSearch } from './search-params.js';

const network = createRoute({
  ...under,
  path: '/network',
  validateSearch: (raw: RawSearch): { node?: string } => ({ node: textParam(raw['node']) }),
  beforeLoad: onlyFor('network'),
  component: lazyPage(() => import('../pages/network/network-page.js'), 'NetworkPage'),
});
const institutions = createRoute({
  ...under,
  path: '/institutions',
  validateSearch: (
    raw: RawSearch,
  ): { view?: 'applying' | 'left' | 'expiring'; domain?: string; node?: string; query?: string } => ({
    view: choiceParam(raw['view'], ['applying', 'left', 'expiring'] as const),
    domain: choiceParam(raw['domain'], TECHNICAL_DOMAINS),
    node: textParam(raw['node']),
    query: textParam(raw['query']),
  }),
  beforeLoad: onlyFor('network'),
  component: lazyPage(() => import('../pages/institutions/institutions-page.js'), 'InstitutionsPage'),
});
const institution = createRoute({
  ...under,
  path: '/institutions/$id',
  beforeLoad: onlyFor('network'),
  component: lazyPage(() => import('../pages/institutions/institution-page.js'), 'InstitutionPage'),
});
const application = createRoute({
  ...under,
  path: '/institutions/apply',
  beforeLoad: onlyFor('institution-apply'),
  component: lazyPage(() => import('../pages/institutions/application-page.js'), 'ApplicationPage'),
});
const resubmission = createRoute({
  ...under,
  path: '/institutions/$id/application',
  beforeLoad: onlyFor('institution-apply'),
  component: lazyPage(() => import('../pages/institutions/application-page.js'), 'ResubmissionPage'),
});
const rules = createRoute({
  ...under,
  path: '/rules',
  validateSearch: (raw: RawSearch): { version?: string } => ({ version: textParam(raw['version']) }),
  beforeLoad: onlyFor('policies'),
  component: lazyPage(() => import('../pages/policies/rules-page.js'), 'RulesPage'),
});
const promises = createRoute({
  ...under,
  path: '/promises',
  validateSearch: (raw: RawSearch): { version?: string } => ({ version: textParam(raw['version']) }),
  beforeLoad: onlyFor('policies'),
  component: lazyPage(() => import('../pages/policies/promises-page.js'), 'PromisesPage'),
});
const catalogue = createRoute({
  ...under,
  path: '/catalogue',
  validateSearch: (raw: RawSearch): { version?: string } => ({ version: textParam(raw['version']) }),
  beforeLoad: onlyFor('catalogue'),
  component: lazyPage(() => import('../pages/policies/catalogue-page.js'), 'CataloguePage'),
});
const lab = createRoute({
  ...under,
  path: '/lab',
  validateSearch: (raw: RawSearch): { version?: string } => ({ version: textParam(raw['version']) }),
  beforeLoad: onlyFor('policies'),
  component: lazyPage(() => import('../pages/lab/lab-page.js'), 'LabPage'),
});
const simulation = createRoute({
  ...under,
  path: '/lab/$id',
  beforeLoad: onlyFor('policies'),
  component: lazyPage(() => import('../pages/lab/simulation-page.js'), 'SimulationPage'),
});

/** The rooms of the service system. */
export const SYSTEM_ROUTES = [
  ...[network, institutions, institution, application, resubmission],
  ...[rules, promises, catalogue, lab, simulation],
] as const;
