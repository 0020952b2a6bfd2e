import { queryOptions } from '@tanstack/react-query';
import { readJob } from '../../api/jobs.js';
import type { TechnicalDomain } from '../../api/shapes.js';

export const jobQuery = (domain: TechnicalDomain, id: string) =>
  queryOptions({ queryKey: ['job', id], queryFn: () => readJob(domain, id) });
