import { createRoute } from '@tanstack/react-router';
import { MATERIAL_KINDS, type MaterialFilters } from '../api/materials.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, flagParam, textParam, type RawSearch } from './search-params.js';

const materials = createRoute({
  ...under,
  path: '/materials',
  validateSearch: (raw: RawSearch): MaterialFilters => ({
    kind: choiceParam(raw['kind'], MATERIAL_KINDS),
    title: textParam(raw['title']),
    retired: flagParam(raw['retired']),
  }),
  beforeLoad: onlyFor('materials'),
  component: lazyPage(() => import('../pages/materials/materials-page.js'), 'MaterialsPage'),
});

/** What an enterprise keeps with the platform. */
export const ENTERPRISE_ROUTES = [materials] as const;
