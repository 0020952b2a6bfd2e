import { isInForce, type Institution } from '../network/institution.js';
import { territoryOf, type Designation } from '../network/designation.js';
import type { Network } from '../network/network.js';
import type { FilterVerdict, RoutingInput } from './decision.js';
import { isStatutory, type RuleSet } from './rule-set.js';

type Asked = Pick<RoutingInput, 'serviceCode' | 'regionCode' | 'parkCode' | 'wants'>;

/** What the law's designation says of one institution, and by which acts. */
export interface DesignationVerdict {
  readonly verdict: Extract<FilterVerdict, 'PASS' | 'NOT_DESIGNATED' | 'DESIGNATION_EXPIRED'>;
  readonly documents: readonly string[];
}

/**
 * Who may perform what the law leaves to designated bodies. For each instrument asked for, the acts in force that name
 * the territory decide, from the town to the province alike. Where there never was one, whoever holds a qualification by
 * which the authority designates may; where all have run out, nobody, unless the rules say that the qualification counts
 * again. An act for some instruments says nothing of one that the form does not tell.
 */
export function designatedBy(
  asked: Asked,
  date: string,
  network: Network,
  rules: RuleSet,
): (institution: Institution) => DesignationVerdict {
  if (!isStatutory(rules, asked.serviceCode)) return () => ({ verdict: 'PASS', documents: [] });
  const territory = territoryOf(asked);
  const begun = network.institutions.flatMap(({ id, designations = [] }) =>
    designations
      .filter((act) => names(act, asked.serviceCode, territory) && act.validFrom <= date)
      .map((act) => ({ id, act })),
  );
  const objects = [...new Set(asked.wants?.length ? asked.wants.map(({ object }) => object) : [undefined])];
  const byObject = objects.map((object) =>
    saidOf(
      begun.filter(({ act }) => includes(act, object)),
      date,
    ),
  );
  return (institution) => {
    const verdicts = byObject.map(({ inForce, lapsed }): DesignationVerdict['verdict'] => {
      if (inForce.size > 0) return inForce.has(institution.id) ? 'PASS' : 'NOT_DESIGNATED';
      if (lapsed.has(institution.id) && !rules.qualificationAfterAct) return 'DESIGNATION_EXPIRED';
      const open = lapsed.size === 0 || rules.qualificationAfterAct;
      return open && isQualified(institution, date, rules) ? 'PASS' : 'NOT_DESIGNATED';
    });
    return {
      verdict: verdicts.find((verdict) => verdict !== 'PASS') ?? 'PASS',
      documents: [...new Set(byObject.flatMap(({ inForce }) => inForce.get(institution.id) ?? []))],
    };
  };
}

interface Held {
  readonly id: string;
  readonly act: Designation;
}

/** The acts that have begun: numbers of those in force by institution, and whose have run out. */
function saidOf(begun: readonly Held[], date: string) {
  const current = begun.filter(({ act }) => isInForce(act, date));
  const over = begun.filter(({ act }) => !isInForce(act, date));
  return { inForce: documentsById(current), lapsed: new Set(over.map(({ id }) => id)) };
}

function names({ services, regions }: Designation, serviceCode: string, territory: ReadonlySet<string>): boolean {
  return services.includes(serviceCode) && regions.some((code) => territory.has(code));
}

function includes({ objects }: Designation, object: string | undefined): boolean {
  return objects === undefined || (object !== undefined && objects.includes(object));
}

function documentsById(acts: readonly Held[]): ReadonlyMap<string, string[]> {
  const documents = new Map<string, string[]>();
  for (const { id, act } of acts) documents.set(id, [...(documents.get(id) ?? []), act.documentNumber]);
  return documents;
}

function isQualified({ qualifications }: Institution, date: string, rules: RuleSet): boolean {
  return qualifications.some(
    (held) => rules.designatingQualifications.includes(held.kind) && held.status === 'VALID' && isInForce(held, date),
  );
}
