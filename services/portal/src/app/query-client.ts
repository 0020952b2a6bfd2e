import { QueryClient } from '@tanstack/react-query';
import { isApiError } from '../api/problem.js';

const ATTEMPTS = 2;

/** Reads are tried again only when the failure may pass by itself; a refusal never changes by asking twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < ATTEMPTS && isApiError(error) && (error.status === 0 || error.status >= 502),
    },
    mutations: { retry: false },
  },
});
