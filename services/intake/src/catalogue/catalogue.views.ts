import { ApiProperty } from '@nestjs/swagger';
import { promisedDays, type Leg } from '../packages/package-plan.js';
import { CHANNELS, type Catalogue, type Service, type ServicePackage } from './catalogue.js';
import type { ReferenceEntry } from './reference-book.js';
import { LIMIT_UNITS, workingDaysOf, type ServiceLimit } from './service-limit.js';

export class LocalizedTextView {
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
}

export class LimitView implements ServiceLimit {
  @ApiProperty({ enum: LIMIT_UNITS })
  unit!: ServiceLimit['unit'];
  @ApiProperty({ type: 'integer' })
  n!: number;
}

export class LimitsView {
  @ApiProperty({ required: false, type: 'integer', description: 'About as many working days as the law allows' })
  statutory?: number;
  @ApiProperty({
    type: 'integer',
    description: 'About as many working days as are promised, from filing to the result',
  })
  promised!: number;
  @ApiProperty({ required: false, type: LimitView, description: 'As the law states it' })
  statutoryAs?: LimitView;
  @ApiProperty({ type: LimitView, description: 'As it is promised' })
  promisedAs!: LimitView;
}

export class ServiceView {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  domain!: string;
  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;
  @ApiProperty()
  description!: string;
  @ApiProperty({ type: [String] })
  audience!: readonly string[];
  @ApiProperty({ enum: CHANNELS })
  channel!: string;
  @ApiProperty({ type: LimitsView })
  limits!: LimitsView;
  @ApiProperty({ type: [String] })
  requiredMaterials!: readonly string[];
  @ApiProperty()
  feeBasis!: string;
  @ApiProperty({ enum: ['province', 'city', 'county', 'park'] })
  performingLevel!: string;
  @ApiProperty({ type: [String] })
  legalBasis!: readonly string[];
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'JSON Schema 2020-12 of the form' })
  form!: object;
}

export class ServiceListView {
  @ApiProperty({ type: [ServiceView] })
  items!: ServiceView[];
}

export class PackageLegView implements Leg {
  @ApiProperty()
  serviceCode!: string;
  @ApiProperty({ type: [String], description: 'Services whose result is its input' })
  needsResultsOf!: readonly string[];
  @ApiProperty({ type: [String], description: 'Services that must be over, however they ended' })
  comesAfter!: readonly string[];
}

export class PackageView {
  @ApiProperty()
  code!: string;
  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;
  @ApiProperty({ type: [String] })
  serviceCodes!: readonly string[];
  @ApiProperty({ type: [String] })
  categories!: readonly string[];
  @ApiProperty()
  description!: string;
  @ApiProperty({ type: [PackageLegView], description: 'Which of its services waits for which' })
  legs!: readonly PackageLegView[];
  @ApiProperty({ type: 'integer', description: 'Working days when all of it is filed: the longest way through it' })
  promisedDays!: number;
}

export class PackageListView {
  @ApiProperty({ type: [PackageView] })
  items!: PackageView[];
}

export class ReferenceEntryView implements ReferenceEntry {
  @ApiProperty()
  ref!: string;
  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;
  @ApiProperty({ required: false })
  detail?: string;
  @ApiProperty({ type: () => [ReferenceEntryView], required: false })
  items?: ReferenceEntryView[];
}

export class ReferenceListView {
  @ApiProperty({ type: [ReferenceEntryView] })
  items!: ReferenceEntryView[];
}

export function toServiceView(service: Service): ServiceView {
  const { limits, enabled: _enabled, offeredFrom: _from, offeredUntil: _until, ...rest } = service;
  const { statutory, promised } = limits;
  return {
    ...rest,
    limits: {
      ...(statutory && { statutory: workingDaysOf(statutory), statutoryAs: statutory }),
      ...{ promised: workingDaysOf(promised), promisedAs: promised },
    },
  };
}

export function toPackageView(group: ServicePackage, catalogue: Catalogue): PackageView {
  return { ...group, promisedDays: packageDays(group, catalogue) };
}

/** Working days when all of a package is filed. */
export function packageDays({ serviceCodes, legs }: ServicePackage, catalogue: Catalogue): number {
  const limits = serviceCodes.map((code): [string, number] => {
    const service = catalogue.service(code);
    return [code, service ? workingDaysOf(service.limits.promised) : 0];
  });
  return promisedDays(legs, new Map(limits));
}
