import { DomainError } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import { eligibility, passesByHand, type FilterInput } from '../rules/eligibility.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { InstitutionRef } from './ticket-state.js';

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
  if (!institution) throw notEligible(id, named);
  const { verdicts } = eligibility(institution, input, nodePath, network, rules);
  if (!passesByHand(verdicts)) throw notEligible(id, named, verdicts);
  return { id, name: institution.name };
}

/** The caller's fault when the caller named it; else the proposal went stale and another one has to be named. */
function notEligible(institutionId: string, named: boolean, verdicts?: object): DomainError {
  return new DomainError(
    'TICKET.INSTITUTION_NOT_ELIGIBLE',
    named ? 'invalid' : 'conflict',
    { zh: `机构 ${institutionId} 目前不能承办此项服务`, en: `${institutionId} may not perform this service now` },
    { institutionId, ...(verdicts && { verdicts }) },
    '/institutionId',
  );
}
