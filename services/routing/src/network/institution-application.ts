import { DomainError } from '@nqi/kernel';
import { withCapability, withQualification, type QualificationFacts } from './institution-edit.js';
import type { Capability, Institution } from './institution.js';

/** What a body tells of itself when it applies. */
export interface Application extends Pick<
  Institution,
  'name' | 'uscc' | 'kind' | 'ownership' | 'scope' | 'homeNodeCode' | 'coverageNodeCode'
> {
  readonly qualifications: readonly QualificationFacts[];
  readonly capabilities: readonly Omit<Capability, 'scope'>[];
}

/** A body as it applies. Numbers, terms and services are judged as when they are edited, each at its place in the list. */
export function applicant(id: string, application: Application, regionCode: string | undefined): Institution {
  const { qualifications, capabilities, ...facts } = application;
  const bare: Institution = {
    ...facts,
    id,
    ...(regionCode !== undefined && { regionCode }),
    stage: 'APPLY',
    qualifications: [],
    capabilities: [],
  };
  const qualified = qualifications.reduce(
    (body, held, index) => at(`/qualifications/${index}`, () => withQualification(body, held)),
    bare,
  );
  return capabilities.reduce(
    (body, row, index) => at(`/capabilities/${index}`, () => withCapability(body, row.serviceCode, row)),
    qualified,
  );
}

/** What is refused of one entry of a list is said of that entry; a second of the same kind is a fault of the list. */
function at<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, text, details, pointer = '' } = error;
    throw new DomainError(code, 'invalid', text, details, `${place}${pointer}`);
  }
}
