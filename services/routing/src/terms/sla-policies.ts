import type { SlaPolicyContent } from '../clocks/sla-policy.js';
import { PublicationErrors } from '../publication/publication.errors.js';
import { TwoPersonRule } from '../publication/publication.js';
import { slaPolicyFaults } from './sla-policy-faults.js';

export const SLA_POLICIES = new TwoPersonRule<SlaPolicyContent>(
  new PublicationErrors('SLA_POLICY', { zh: '时限政策', en: 'service-level policy' }),
  slaPolicyFaults,
);
