import { isInForce, type Institution } from '../network/institution.js';
import { territoryOf, type Designation } from '../network/designation.js';
import type { Network } from '../network/network.js';
import type { RoutingInput } from './decision.js';
import { isStatutory, type RuleSet } from './rule-set.js';

type Asked = Pick<RoutingInput, 'serviceCode' | 'regionCode' | 'parkCode' | 'wants'>;

/** What the law's designation says of one institution, and by which acts. */
export interface DesignationVerdict {
  readonly designated: boolean;
  readonly documents: readonly string[];
}

/**
 * Who may perform what the law leaves to designated bodies. For each instrument asked for, the acts in force that name
 * the territory decide, from the town to the province alike; where there is none, whoever holds a qualification by
 * which the authority designates may. An act for some instruments says nothing of one that the form does not tell.
 */
export function designatedBy(
  asked: Asked,
  date: string,
  network: Network,
  rules: RuleSet,
): (institution: Institution) => DesignationVerdict {
  if (!isStatutory(rules, asked.serviceCode)) return () => ({ designated: true, documents: [] });
  const territory = territoryOf(asked);
  const acts = network.institutions.flatMap(({ id, designations = [] }) =>
    designations
      .filter((act) => names(act, asked.serviceCode, territory) && isInForce(act, date))
      .map((act) => ({ id, act })),
  );
  const objects = [...new Set(asked.wants?.length ? asked.wants.map(({ object }) => object) : [undefined])];
  const byObject = objects.map((object) => documentsById(acts.filter(({ act }) => includes(act, object))));
  return (institution) => {
    const held = byObject.filter((documents) => documents.size > 0).map((documents) => documents.get(institution.id));
    const openEnded = held.length < byObject.length;
    return {
      designated: held.every(Boolean) && (!openEnded || isQualified(institution, date, rules)),
      documents: [...new Set(held.flatMap((documents) => documents ?? []))],
    };
  };
}

function names({ services, regions }: Designation, serviceCode: string, territory: ReadonlySet<string>): boolean {
  return services.includes(serviceCode) && regions.some((code) => territory.has(code));
}

function includes({ objects }: Designation, object: string | undefined): boolean {
  return objects === undefined || (object !== undefined && objects.includes(object));
}

function documentsById(acts: readonly { id: string; act: Designation }[]): ReadonlyMap<string, string[]> {
  const documents = new Map<string, string[]>();
  for (const { id, act } of acts) documents.set(id, [...(documents.get(id) ?? []), act.documentNumber]);
  return documents;
}

function isQualified({ qualifications }: Institution, date: string, rules: RuleSet): boolean {
  return qualifications.some(
    (held) => rules.designatingQualifications.includes(held.kind) && held.status === 'VALID' && isInForce(held, date),
  );
}
