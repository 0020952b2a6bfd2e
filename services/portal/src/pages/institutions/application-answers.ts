import type { Application } from '../../api/institution-lifecycle.js';
import type { Capability, Institution } from '../../api/institutions.js';
import { answersOf, factsOf, isWhole, type QualificationAnswers } from './qualification-answers.js';

/** What stands in the form of an application; services by their codes. */
export interface ApplicationAnswers {
  readonly facts: Readonly<Record<ApplicationFact, string>>;
  readonly qualifications: readonly QualificationAnswers[];
  readonly services: readonly string[];
}

export const REQUIRED_FACTS = ['name', 'uscc', 'kind', 'ownership', 'scope'] as const;
export type ApplicationFact = (typeof REQUIRED_FACTS)[number] | 'homeNodeCode' | 'coverageNodeCode';

export const EMPTY_APPLICATION: ApplicationAnswers = {
  facts: { name: '', uscc: '', kind: '', ownership: '', scope: '', homeNodeCode: '', coverageNodeCode: '' },
  qualifications: [],
  services: [],
};

/** What was said before, to be said anew. */
export function answersFrom(institution: Institution): ApplicationAnswers {
  const { facts } = EMPTY_APPLICATION;
  const known = Object.keys(facts).map((fact) => [fact, institution[fact as ApplicationFact] ?? '']);
  return {
    facts: Object.fromEntries(known) as ApplicationAnswers['facts'],
    qualifications: institution.qualifications.map(answersOf),
    services: institution.capabilities.map(({ serviceCode }) => serviceCode),
  };
}

/** Where something is still missing, by the path of its field. */
export function missingOf({ facts, qualifications, services }: ApplicationAnswers): string[] {
  return [
    ...REQUIRED_FACTS.filter((fact) => facts[fact].trim() === ''),
    ...qualifications.flatMap((answers, index) => (isWhole(answers) ? [] : [`qualifications.${index}.kind`])),
    ...(services.length === 0 ? ['capabilities'] : []),
  ];
}

/** What the service is told; categories that were known of a service stay. */
export function applicationOf(
  { facts, qualifications, services }: ApplicationAnswers,
  domainOf: (serviceCode: string) => string,
  known: readonly Capability[] = [],
): Application {
  const said = Object.entries(facts).flatMap(([fact, value]) => (value.trim() ? [[fact, value.trim()]] : []));
  return {
    ...(Object.fromEntries(said) as Pick<Application, ApplicationFact>),
    qualifications: qualifications.map(factsOf),
    capabilities: services.map((serviceCode) => ({
      domain: domainOf(serviceCode),
      serviceCode,
      categories: known.find((row) => row.serviceCode === serviceCode)?.categories ?? [],
    })),
  };
}
