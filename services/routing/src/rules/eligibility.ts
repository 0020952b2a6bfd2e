import { categoryFit, qualificationFault, type CategoryFit, type Institution } from '../network/institution.js';
import type { Network } from '../network/network.js';
import { isWithin } from '../network/service-node.js';
import type { FilterVerdict, RoutingInput, Verdicts } from './decision.js';
import { qualificationsFor, type RuleSet } from './rule-set.js';

const CATEGORY: Record<CategoryFit, FilterVerdict> = {
  any: 'PASS',
  specialist: 'PASS',
  unknown: 'CATEGORY_UNKNOWN',
  other: 'OTHER_CATEGORY',
};

export interface Eligibility {
  readonly verdicts: Verdicts;
  readonly fit: CategoryFit;
}

/** Every hard filter's verdict on one institution, for an office and a date. */
export function eligibility(
  institution: Institution,
  input: Pick<RoutingInput, 'serviceCode' | 'domain' | 'categories' | 'date'>,
  nodePath: string,
  network: Network,
  rules: RuleSet,
): Eligibility {
  const inDomain = institution.capabilities.some(({ domain }) => domain === input.domain);
  const capability = institution.capabilities.find(({ serviceCode }) => serviceCode === input.serviceCode);
  const fit = capability ? categoryFit(capability, input.categories) : 'any';
  const covered = network.node(institution.coverageNodeCode)?.path;
  const served = institution.coverageNodeCode === undefined || (covered !== undefined && isWithin(nodePath, covered));
  const fault = qualificationFault(institution, qualificationsFor(rules, input.serviceCode), input.date);
  return {
    fit,
    verdicts: {
      active: institution.active ? 'PASS' : 'INACTIVE',
      domain: inDomain ? 'PASS' : 'NO_CAPABILITY',
      scope: capability ? 'PASS' : 'OUT_OF_SCOPE',
      category: CATEGORY[fit],
      coverage: served ? 'PASS' : 'OUT_OF_COVERAGE',
      qualification: fault ?? 'PASS',
    },
  };
}

/** Fit to be proposed by the platform. */
export function passesAll(verdicts: Verdicts): boolean {
  return Object.values(verdicts).every((verdict) => verdict === 'PASS');
}

/** Fit to be taken when a person names it: what the form does not tell is then that person's knowledge. */
export function passesOnRequest(verdicts: Verdicts): boolean {
  return Object.values(verdicts).every((verdict) => verdict === 'PASS' || verdict === 'CATEGORY_UNKNOWN');
}
