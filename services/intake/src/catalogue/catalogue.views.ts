import { ApiProperty } from '@nestjs/swagger';
import { promisedDays, type Leg } from '../packages/package-plan.js';
import type { Catalogue, Service, ServicePackage } from './catalogue.js';
import type { ReferenceEntry } from './reference-book.js';

export class LocalizedTextView {
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
}

export class LimitsView {
  @ApiProperty({ required: false, type: 'integer', description: 'Working days the law allows' })
  statutory?: number;
  @ApiProperty({ type: 'integer', description: 'Working days promised from filing to the result' })
  promised!: number;
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
  @ApiProperty()
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
  const { statutoryLimitDays, promisedLimitDays, enabled: _enabled, ...rest } = service;
  const statutory = statutoryLimitDays === undefined ? {} : { statutory: statutoryLimitDays };
  return { ...rest, limits: { ...statutory, promised: promisedLimitDays } };
}

export function toPackageView(group: ServicePackage, catalogue: Catalogue): PackageView {
  const limits = group.serviceCodes.map((code) => [code, catalogue.service(code)?.promisedLimitDays ?? 0] as const);
  return { ...group, promisedDays: promisedDays(group.legs, new Map(limits)) };
}
