import { type ServiceDomain } from '@nqi/kernel';
import { ChoiceField, ListField, TextField, TextListField } from '@nqi/platform';
import { type Application } from './institution-application.js';
import { AddQualificationBody, CapabilityBody, factsOf } from './institution-editing.requests.js';
import { CHECKS, STANDINGS, type Check, type Standing } from './institution-lifecycle.js';

class OfferedServiceBody extends CapabilityBody {
  @TextField({ max: 7, example: 'MET-003' })
  serviceCode!: string;
}

export class ApplicationBody {
  @TextField({ max: 200 })
  name!: string;

  @TextField({ max: 18 })
  uscc!: string;

  @TextField({ max: 50 })
  kind!: string;

  @TextField({ max: 50 })
  ownership!: string;

  @TextField({ max: 1000 })
  scope!: string;

  @TextField({ optional: true, max: 14, description: "The caller's own office where nothing is said" })
  homeNodeCode?: string;

  @TextField({ optional: true, max: 14, description: 'Missing when it serves everywhere' })
  coverageNodeCode?: string;

  @ListField(() => AddQualificationBody, { max: 50 })
  qualifications!: AddQualificationBody[];

  @ListField(() => OfferedServiceBody, { max: 100 })
  capabilities!: OfferedServiceBody[];
}

/** What is told along with a step. */
class StepBody {
  @TextField({ optional: true, max: 500 })
  reason?: string;

  @TextListField({ optional: true, max: 20, maxLength: 200, description: 'Where what it rests on is kept' })
  evidence?: string[];
}

export class CheckBody extends StepBody {
  @ChoiceField(CHECKS)
  step!: Check;
}

export class StandingBody extends StepBody {
  @ChoiceField(STANDINGS)
  step!: Standing;
}

export class VerifyQualificationBody {
  @TextField({ max: 50, example: 'CMA' })
  kind!: string;

  @TextField({ max: 60 })
  number!: string;

  @TextField({ max: 200, description: 'The register or certificate that it was compared with' })
  source!: string;
}

/** As people say it: fields that are absent are not there, and nothing of it is made up. */
export function applicationOf(body: ApplicationBody): Application {
  const { name, uscc, kind, ownership, scope, homeNodeCode, coverageNodeCode, qualifications, capabilities } = body;
  return {
    ...{ name, uscc, kind, ownership, scope },
    ...(homeNodeCode && { homeNodeCode }),
    ...(coverageNodeCode && { coverageNodeCode }),
    qualifications: qualifications.map(factsOf),
    capabilities: capabilities.map(({ domain, serviceCode, categories }) => ({
      domain: domain satisfies ServiceDomain,
      serviceCode,
      categories,
    })),
  };
}
