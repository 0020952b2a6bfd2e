import type { ServiceDomain } from '@nqi/kernel';
import type { TrackRecord } from './past-work.js';
import type { Relation } from './rule-set.js';
import type { Want } from './want.js';

/** Everything about an item that the router looks at. */
export interface RoutingInput {
  readonly serviceCode: string;
  readonly domain: ServiceDomain;
  readonly performingLevel: string;
  readonly regionCode: string;
  readonly parkCode?: string;
  /** Categories of the objects (products) as far as the form names them; empty when it does not. */
  readonly categories: readonly string[];
  /** What exactly is asked for, as far as the form can be read. */
  readonly wants?: readonly Want[];
  readonly chosenInstitutionId?: string;
  /** The client leaves the choice to the platform (由平台推荐). */
  readonly recommendedByPlatform?: boolean;
  /** For the conflict of interest and the earlier case. */
  readonly enterpriseUscc?: string;
  /** Working days that the catalogue gives for the whole. */
  readonly limitDays?: number;
  /** Shanghai date of the decision. */
  readonly date: string;
  /** Date for which the work is wanted: qualifications must be in force then; without one, on `date`. */
  readonly wantedDate?: string;
}

/** Open tickets per institution, and per office that has a limit, by their codes (which they never share). */
export type Loads = ReadonlyMap<string, number>;

export type NodeReason =
  | 'PARK_STATION'
  | 'COUNTY_STATION'
  | 'CITY_HUB'
  | 'PROVINCE_PLATFORM'
  /** The filing's region is nobody's: the hub takes it. */
  | 'OUTSIDE_COVERAGE'
  /** Lifted because the office below does not serve the domain. */
  | 'NO_CAPABILITY'
  /** Lifted because the office below is closed. */
  | 'NODE_CLOSED'
  /** Passed on because the office before holds as many open tickets as it can: to one beside, or else lifted. */
  | 'OVERLOADED'
  /** Lifted because the law gives the service to a higher level. */
  | 'STATUTORY_LEVEL';

export type Filter =
  | 'active'
  | 'standing'
  | 'open'
  | 'domain'
  | 'scope'
  | 'category'
  | 'object'
  | 'method'
  | 'range'
  | 'uncertainty'
  | 'coverage'
  | 'designation'
  | 'qualification'
  | 'independence'
  | 'room';
export type FilterVerdict =
  | 'PASS'
  /** Its application is not decided. */
  | 'NOT_ADMITTED'
  /** Approved, and not online yet. */
  | 'NOT_ONLINE'
  | 'INACTIVE'
  /** It has left the service system. */
  | 'REMOVED'
  | 'SUSPENDED'
  /** Official risk class D: suspended from routing. */
  | 'RISK_CLASS_D'
  /** Official risk class C: only a person may give it work. */
  | 'MANUAL_ONLY'
  /** The office of its territory is closed. */
  | 'NODE_CLOSED'
  | 'NO_CAPABILITY'
  | 'OUT_OF_SCOPE'
  | 'OTHER_CATEGORY'
  /** The form does not say what the objects are: enough for a client who asks for this body, not for a proposal. */
  | 'CATEGORY_UNKNOWN'
  /** Its scope has the service, but not this instrument, product with parameter, or field. */
  | 'OBJECT_OUT_OF_SCOPE'
  | 'METHOD_OUT_OF_SCOPE'
  /** Its scope has the method in another edition than the one asked for. */
  | 'METHOD_YEAR_OUT_OF_SCOPE'
  | 'OUT_OF_RANGE'
  /** It cannot measure as closely as is wanted. */
  | 'UNCERTAINTY_TOO_LARGE'
  /** The form does not say it in a way that can be read: nobody is refused for that. */
  | 'NOT_KNOWN'
  | 'OUT_OF_COVERAGE'
  | 'QUALIFICATION_MISSING'
  | 'QUALIFICATION_SUSPENDED'
  | 'QUALIFICATION_EXPIRED'
  /** The statute wants a body that the authority has designated. */
  | 'NOT_DESIGNATED'
  /** It was, and its act has run out. */
  | 'DESIGNATION_EXPIRED'
  /** It is the enterprise itself, or has declared to be related to it. */
  | 'CONFLICT_OF_INTEREST'
  /** It holds as many open tickets as it can. */
  | 'OVERLOADED';

export type Verdicts = Readonly<Record<Filter, FilterVerdict>>;

/** Weighed parts, rounded to four places; `total` is their sum. */
export interface Score {
  readonly level: number;
  readonly distance: number;
  readonly load: number;
  readonly specialism: number;
  readonly forecast: number;
  readonly onTime: number;
  readonly continuity: number;
  readonly grade: number;
  readonly total: number;
}

export interface Candidate {
  readonly institutionId: string;
  readonly name: string;
  readonly relation: Relation;
  readonly kilometres?: number;
  readonly openTickets: number;
  /** What was known of its finished work; absent when nothing was. */
  readonly record?: TrackRecord;
  /** It finished the enterprise's last case in the domain. */
  readonly earlier?: true;
  /** Numbers of the acts by which the authority designates it; absent where its qualification does (or nothing). */
  readonly designatedBy?: readonly string[];
  readonly verdicts: Verdicts;
  /** Only of those that pass every filter. */
  readonly score?: Score;
  /** Place among those that pass, within the pool that was asked; 1 is best. */
  readonly rank?: number;
}

/** `awaited`: the choice is the client's, and the client has yet to make it. */
export type InstitutionChoice = 'statutory' | 'client' | 'platform' | 'awaited' | 'none';

/**
 * What the choice rests on. Where law leaves it to the client, nobody is put in place unless the client named the body
 * or asked for the platform's recommendation (DOMAIN section 2.5, rule 5); elsewhere the best is a proposal.
 */
export type ChoiceBasis = 'DESIGNATED' | 'CLIENT_CHOICE' | 'PLATFORM_RECOMMENDED' | 'PLATFORM_PROPOSAL';

/** A pool of institutions that was asked, from the city's up; a reason lifts the question to the next. */
export interface PoolStep {
  readonly nodeCode: string;
  readonly eligible: number;
  /** `OVERLOADED` when somebody would do but for the work at hand. */
  readonly reasonCode?: 'NO_CAPABILITY' | 'OVERLOADED';
}

export type ClientWish = 'FOLLOWED' | 'NOT_ELIGIBLE' | 'UNKNOWN_INSTITUTION' | 'STATUTORY_DESIGNATION' | 'NOT_NEEDED';

export interface InstitutionDecision {
  readonly choice: InstitutionChoice;
  /** Absent when there is no institution. */
  readonly basis?: ChoiceBasis;
  readonly id?: string;
  readonly name?: string;
  /** Of a designation: the acts it rests on, where there are any for the territory. */
  readonly designatedBy?: readonly string[];
  readonly clientWish?: ClientWish;
  readonly pools: readonly PoolStep[];
}

export interface NodeStep {
  readonly nodeCode: string;
  readonly reasonCode: NodeReason;
  /** It was asked beside the one before, not above it. */
  readonly beside?: true;
  /** Of an office with a limit: what it held when it was asked. */
  readonly openTickets?: number;
}

export interface NodeDecision {
  readonly code: string;
  readonly path: string;
  readonly reasonCode: NodeReason;
  /** Offices asked on the way to the one that takes it, with why the one before passed it on; the last one is `code`. */
  readonly steps: readonly NodeStep[];
  /** No office took it, not even the last one: why that one did not. `code` is then the hub. */
  readonly stranded?: TriageReason;
}

/** Why nobody can serve an item: it waits at the hub for a person. */
export type TriageReason = Extract<NodeReason, 'NO_CAPABILITY' | 'OVERLOADED' | 'NODE_CLOSED'>;

/** Why an item went where it went: enough to see it and, with the network's version, to decide it again. */
export interface Decision {
  readonly ruleSet: string;
  readonly networkVersion: number;
  readonly input: RoutingInput;
  readonly node: NodeDecision;
  readonly institution: InstitutionDecision;
  /** Where and why a person has to place it, when no office or no institution up to the province can serve it. */
  readonly triage?: { readonly nodeCode: string; readonly nodePath: string; readonly reasonCode: TriageReason };
  /** Institutions with any capability in the domain, and the one the client named. */
  readonly candidates: readonly Candidate[];
}

/** A decision together with what proves by what it was made. */
export interface DecisionRecord {
  readonly decision: Decision;
  readonly decidedAt: Date;
  /** Hash over the input, the rule set, the network's version and the facts of the candidates that were seen. */
  readonly inputHash: string;
}
