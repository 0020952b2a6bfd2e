import { queryOptions } from '@tanstack/react-query';
import { listProviders } from '../../api/single-sign-on.js';

/** By whom one may sign in; it changes with the installation's configuration alone. */
export const providersQuery = queryOptions({
  queryKey: ['sign-on-providers'],
  queryFn: listProviders,
  staleTime: Number.POSITIVE_INFINITY,
});
