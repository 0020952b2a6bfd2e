import { categoryFit, qualificationFault, type CategoryFit, type Institution } from '../network/institution.js';
import type { Stage } from '../network/institution-stage.js';
import type { Network } from '../network/network.js';
import { isWithin } from '../network/service-node.js';
import type { FilterVerdict, RoutingInput, Verdicts } from './decision.js';
import { designatedBy } from './designated.js';
import { seatOf } from './entry-node.js';
import { qualificationsFor, type RuleSet } from './rule-set.js';
import { isFit, scopeFit } from './scope-fit.js';

const CATEGORY: Record<CategoryFit, FilterVerdict> = {
  any: 'PASS',
  specialist: 'PASS',
  unknown: 'CATEGORY_UNKNOWN',
  other: 'OTHER_CATEGORY',
};

const STAGE: Record<Stage, FilterVerdict> = {
  APPLY: 'NOT_ADMITTED',
  DOC_CHECK: 'NOT_ADMITTED',
  SITE_CHECK: 'NOT_ADMITTED',
  APPROVED: 'NOT_ONLINE',
  ONLINE: 'PASS',
  REINSTATED: 'PASS',
  SUSPENDED: 'INACTIVE',
  REMOVED: 'REMOVED',
};

export interface Eligibility {
  readonly verdicts: Verdicts;
  readonly fit: CategoryFit;
  /** Acts of the authority that designate it for what is asked. */
  readonly documents: readonly string[];
}

/** What the filters look at. */
export type FilterInput = Pick<
  RoutingInput,
  | 'serviceCode'
  | 'domain'
  | 'regionCode'
  | 'parkCode'
  | 'categories'
  | 'wants'
  | 'date'
  | 'wantedDate'
  | 'enterpriseUscc'
>;

/** Judges institutions for one item; without `openTickets` one has room. */
export type Filters = (institution: Institution, openTickets?: number) => Eligibility;

/** Every hard filter, for an item at an office: what is the same for all institutions is worked out once. */
export function filtersFor(input: FilterInput, nodePath: string, network: Network, rules: RuleSet): Filters {
  const seat = seatOf(input, nodePath, network)?.path ?? nodePath;
  const date = input.wantedDate ?? input.date;
  const designation = designatedBy(input, date, network, rules);
  const needed = qualificationsFor(rules, input.serviceCode);
  return (institution, openTickets = 0) => {
    const inDomain = institution.capabilities.some(({ domain }) => domain === input.domain);
    const capability = institution.capabilities.find(({ serviceCode }) => serviceCode === input.serviceCode);
    const fit = capability ? categoryFit(capability, input.categories) : 'any';
    const covered = network.node(institution.coverageNodeCode)?.path;
    const served = institution.coverageNodeCode === undefined || (covered !== undefined && isWithin(seat, covered));
    const fault = qualificationFault(institution, needed, date);
    const { verdict: designated, documents } = designation(institution);
    return {
      fit,
      documents,
      verdicts: {
        active: STAGE[institution.stage],
        standing: standing(institution),
        open: isOpen(institution, network) ? 'PASS' : 'NODE_CLOSED',
        domain: inDomain ? 'PASS' : 'NO_CAPABILITY',
        scope: capability ? 'PASS' : 'OUT_OF_SCOPE',
        category: CATEGORY[fit],
        ...scopeFit(capability?.scope, input.wants),
        coverage: served ? 'PASS' : 'OUT_OF_COVERAGE',
        designation: designated,
        qualification: fault ?? 'PASS',
        independence: isIndependent(institution, input.enterpriseUscc) ? 'PASS' : 'CONFLICT_OF_INTEREST',
        room: openTickets < (institution.capacity ?? Infinity) ? 'PASS' : 'OVERLOADED',
      },
    };
  };
}

function standing({ suspendedReason, riskClass }: Institution): FilterVerdict {
  if (suspendedReason !== undefined) return 'SUSPENDED';
  if (riskClass === 'D') return 'RISK_CLASS_D';
  return riskClass === 'C' ? 'MANUAL_ONLY' : 'PASS';
}

/** A body from outside the tree has no office that could be closed. */
function isOpen({ homeNodeCode }: Institution, network: Network): boolean {
  return network.node(homeNodeCode)?.active ?? true;
}

function isIndependent({ uscc, relatedUsccs = [] }: Institution, enterpriseUscc: string | undefined): boolean {
  return enterpriseUscc === undefined || (uscc !== enterpriseUscc && !relatedUsccs.includes(enterpriseUscc));
}

/** Fit to be proposed by the platform. */
export function passesAll(verdicts: Verdicts): boolean {
  return Object.values(verdicts).every(isFit);
}

/** Fit to be taken when the client names it: what the form does not tell is then the client's knowledge. */
export function passesOnRequest(verdicts: Verdicts): boolean {
  return Object.values(verdicts).every((verdict) => isFit(verdict) || verdict === 'CATEGORY_UNKNOWN');
}

/** Fit to be taken when an office names it (人工派单), which alone may give work to official risk class C. */
export function passesByHand(verdicts: Verdicts): boolean {
  return passesOnRequest({ ...verdicts, standing: verdicts.standing === 'MANUAL_ONLY' ? 'PASS' : verdicts.standing });
}
