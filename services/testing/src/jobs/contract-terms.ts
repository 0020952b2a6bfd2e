import type { AgreedItem } from '../plan/test-plan.js';
import { contractOf, type TestingView } from './testing-job.js';

/** Items that another laboratory does. */
export const subcontracts = (job: TestingView): AgreedItem[] =>
  contractOf(job).lines.flatMap(({ items }) => items.filter(({ scope }) => scope === 'subcontracted'));
