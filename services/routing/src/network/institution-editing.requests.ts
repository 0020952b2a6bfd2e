import { DOMAINS, type ServiceDomain } from '@nqi/kernel';
import { ChoiceField, IntegerField, TextField, TextListField } from '@nqi/platform';
import { QUALIFICATION_MOVES, type QualificationFacts, type QualificationMove } from './institution-edit.js';
import { RISK_CLASSES, SERVICE_GRADES, type RiskClass, type ServiceGrade } from './institution.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What is not said stays; null takes an optional fact away. */
export class EditInstitutionBody {
  @TextField({ optional: true, max: 200 })
  name?: string;

  @TextField({ optional: true, max: 50 })
  kind?: string;

  @TextField({ optional: true, max: 1000 })
  scope?: string;

  @TextField({ optional: true, nullable: true, max: 14 })
  homeNodeCode?: string | null;

  @TextField({ optional: true, nullable: true, max: 14 })
  coverageNodeCode?: string | null;

  @ChoiceField(RISK_CLASSES, {
    optional: true,
    nullable: true,
    description: "The authority's class; told with source and date",
  })
  riskClass?: RiskClass | null;

  @TextField({ optional: true, nullable: true, max: 200 })
  riskClassSource?: string | null;

  @TextField({ optional: true, nullable: true, max: 10, pattern: DATE })
  riskClassDate?: string | null;

  @ChoiceField(SERVICE_GRADES, { optional: true, nullable: true, description: "The platform's own grade" })
  serviceGrade?: ServiceGrade | null;

  @IntegerField({ optional: true, nullable: true, min: 1, max: 1_000_000, description: 'Open tickets it can hold' })
  capacity?: number | null;

  @TextListField({ optional: true, max: 100, maxLength: 18, description: 'Enterprises it has an interest in' })
  relatedUsccs?: string[];

  @TextField({ optional: true, max: 500 })
  reason?: string;
}

export class AddQualificationBody {
  @TextField({ max: 50, example: 'CMA' })
  kind!: string;

  @TextField({ max: 60 })
  number!: string;

  @TextField({ optional: true, max: 200 })
  remark?: string;

  @TextField({ max: 10, pattern: DATE })
  validFrom!: string;

  @TextField({ optional: true, max: 10, pattern: DATE })
  validUntil?: string;

  @TextField({ optional: true, max: 100, description: 'Who granted it' })
  issuer?: string;

  @TextField({ optional: true, max: 10, pattern: DATE, description: 'Day on which it was granted' })
  issuedOn?: string;

  @TextField({ optional: true, max: 200, description: 'Where the certificate is kept' })
  evidence?: string;
}

/** As people say them: fields that are absent are not there. */
export function factsOf(body: AddQualificationBody): QualificationFacts {
  const { kind, number, remark, validFrom, validUntil, issuer, issuedOn, evidence } = body;
  return {
    ...{ kind, number, validFrom },
    ...(remark && { remark }),
    ...(validUntil && { validUntil }),
    ...(issuer && { issuer }),
    ...(issuedOn && { issuedOn }),
    ...(evidence && { evidence }),
  };
}

/** Kind and number say which one; what else is not said stays, null takes what is optional away. */
export class EditQualificationBody {
  @TextField({ max: 50 })
  kind!: string;

  @TextField({ max: 60 })
  number!: string;

  @TextField({ optional: true, nullable: true, max: 200 })
  remark?: string | null;

  @TextField({ optional: true, max: 10, pattern: DATE })
  validFrom?: string;

  @TextField({ optional: true, nullable: true, max: 10, pattern: DATE })
  validUntil?: string | null;

  @TextField({ optional: true, nullable: true, max: 100 })
  issuer?: string | null;

  @TextField({ optional: true, nullable: true, max: 10, pattern: DATE })
  issuedOn?: string | null;

  @TextField({ optional: true, nullable: true, max: 200 })
  evidence?: string | null;

  @ChoiceField(QUALIFICATION_MOVES, { optional: true })
  move?: QualificationMove;

  @TextField({ optional: true, max: 500 })
  reason?: string;
}

export class CapabilityBody {
  @ChoiceField(DOMAINS)
  domain!: ServiceDomain;

  @TextListField({ max: 100, maxLength: 50, description: 'Empty means any' })
  categories!: string[];
}
