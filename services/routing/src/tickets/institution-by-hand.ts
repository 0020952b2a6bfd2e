import type { Network } from '../network/network.js';
import { eligibility, passesByHand, type FilterInput } from '../rules/eligibility.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { InstitutionRef } from './ticket-state.js';
import { institutionNotEligible } from './ticket.errors.js';

/** What an institution is judged by when a person names it, or takes the one proposed. */
export interface ByHand {
  readonly network: Network;
  readonly rules: RuleSet;
  readonly input: FilterInput;
  readonly nodePath: string;
  /** Whether the caller named it; else the proposal may have gone stale. */
  readonly named: boolean;
}

/** The institution, fit as of today to do the work by an office's hand; refused with the filters' verdicts else. */
export function institutionByHand(id: string, { network, rules, input, nodePath, named }: ByHand): InstitutionRef {
  const institution = network.institution(id);
  if (!institution) throw institutionNotEligible(id, named);
  const { verdicts } = eligibility(institution, input, nodePath, network, rules);
  if (!passesByHand(verdicts)) throw institutionNotEligible(id, named, verdicts);
  return { id, name: institution.name };
}
