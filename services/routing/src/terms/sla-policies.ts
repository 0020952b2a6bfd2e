import type { SlaPolicyContent } from '../clocks/sla-policy.js';
import { PublicationErrors, TwoPersonRule } from '@nqi/kernel';
import { slaPolicyFaults } from './sla-policy-faults.js';

export const SLA_POLICIES = new TwoPersonRule<SlaPolicyContent>(
  new PublicationErrors('SLA_POLICY', { zh: '时限政策', en: 'service-level policy' }),
  slaPolicyFaults,
);
