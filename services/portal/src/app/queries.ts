import { queryOptions } from '@tanstack/react-query';
import { listPackages, listReferences, listServices, readService } from '../api/catalog.js';
import { listNodes } from '../api/network.js';

const SELDOM = 10 * 60_000;

/** What changes seldom and is wanted on many pages. */
export const servicesQuery = queryOptions({
  queryKey: ['catalog', 'services'],
  queryFn: listServices,
  staleTime: SELDOM,
});

export const packagesQuery = queryOptions({
  queryKey: ['catalog', 'packages'],
  queryFn: listPackages,
  staleTime: SELDOM,
});

export const serviceQuery = (code: string) =>
  queryOptions({ queryKey: ['catalog', 'services', code], queryFn: () => readService(code), staleTime: SELDOM });

export const nodesQuery = queryOptions({ queryKey: ['network', 'nodes'], queryFn: listNodes, staleTime: SELDOM });

export const referencesQuery = (name: string) =>
  queryOptions({ queryKey: ['catalog', 'references', name], queryFn: () => listReferences(name), staleTime: SELDOM });
