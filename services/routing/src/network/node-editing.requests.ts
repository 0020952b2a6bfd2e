import { DOMAINS, type ServiceDomain } from '@nqi/kernel';
import { ChoiceField, IntegerField, NumberField, ObjectField, TextField, TextListField } from '@nqi/platform';
import { NODE_LEVELS, type Location, type ServiceNodeLevel } from './service-node.js';

const CODE = /^(PROV|HUB|WS)-\d{6}(\d{3})?$/;
const STATUSES = ['open', 'closed'] as const;
const MOST_TICKETS = 1_000_000;
const DOMAIN_LIST = {
  max: DOMAINS.length,
  maxLength: 20,
  description: `Of ${DOMAINS.join(', ')}`,
} as const;

class LocationBody implements Location {
  @NumberField({ min: -180, max: 180, example: 117.16 })
  lon!: number;

  @NumberField({ min: -90, max: 90, example: 35.09 })
  lat!: number;
}

export class AddNodeBody {
  @TextField({ max: 14, pattern: CODE, example: 'WS-370402001' })
  code!: string;

  @ChoiceField(NODE_LEVELS)
  level!: ServiceNodeLevel;

  @TextField({ max: 14 })
  parentCode!: string;

  @TextField({ max: 100 })
  nameZh!: string;

  @TextField({ max: 200 })
  nameEn!: string;

  @TextField({ max: 9 })
  regionCode!: string;

  @TextListField({ max: 200, maxLength: 9, description: 'Regions, parks and towns; it takes them over from others' })
  covers!: string[];

  @TextListField({ min: 1, ...DOMAIN_LIST })
  domains!: ServiceDomain[];

  @IntegerField({ optional: true, min: 1, max: MOST_TICKETS, description: 'Open tickets it can hold' })
  capacity?: number;

  @ObjectField(() => LocationBody, { optional: true, description: 'Degrees, WGS 84' })
  location?: LocationBody;
}

/** What is not said stays; null takes capacity or location away. */
export class EditNodeBody {
  @TextField({ optional: true, max: 100 })
  nameZh?: string;

  @TextField({ optional: true, max: 200 })
  nameEn?: string;

  @TextField({ optional: true, max: 14, description: 'Moves the office with all below it' })
  parentCode?: string;

  @TextListField({ optional: true, max: 200, maxLength: 9, description: 'All of it; takes over what others covered' })
  covers?: string[];

  @TextField({ optional: true, max: 14, description: 'Who covers what is given up: an office, or PARENT' })
  coverageTo?: string;

  @TextListField({ optional: true, min: 1, ...DOMAIN_LIST })
  domains?: ServiceDomain[];

  @IntegerField({ optional: true, nullable: true, min: 1, max: MOST_TICKETS })
  capacity?: number | null;

  @ObjectField(() => LocationBody, { optional: true, nullable: true, description: 'Degrees, WGS 84' })
  location?: LocationBody | null;

  @ChoiceField(STATUSES, { optional: true, description: 'An office that covers something closes with coverageTo' })
  status?: (typeof STATUSES)[number];

  @TextField({ optional: true, max: 500 })
  reason?: string;
}
