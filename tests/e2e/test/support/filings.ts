import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One line of the sample as it stands in the file. */
export interface SampleLine {
  readonly service_code: string;
  readonly domain: string;
  readonly [field: string]: unknown;
}

export interface SampleRequest {
  readonly id: string;
  readonly uscc: string;
  readonly area_code: string;
  readonly park_code: string;
  readonly package_code: string;
  readonly lines: readonly SampleLine[];
  readonly urgent: boolean;
  readonly preferred_mode: string;
}

interface FilingItem {
  readonly serviceCode: string;
  readonly form: Record<string, unknown>;
  readonly recommendedByPlatform: boolean;
}

export interface Filing {
  readonly items: readonly FilingItem[];
  readonly packageCode?: string;
  readonly contact: { name: string; phone: string };
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly mode: string;
  readonly urgency: string;
  readonly enterpriseUscc?: string;
}

export const DISTRICTS = ['370402', '370403', '370404', '370405', '370406', '370471', '370481'] as const;
export const TECHNICAL = ['metrology', 'standards', 'testing', 'certification'] as const;
const FORM_FIELDS = ['instruments', 'tests', 'standards', 'certification', 'participants', 'note'];
const CONTACT = { name: '张三', phone: '0632-3456789' };

/** Every request of the product's copy of the sample, in file order. */
export function sampleRequests(): SampleRequest[] {
  const library = dirname(createRequire(import.meta.url).resolve('@nqi/reference-data'));
  return readFileSync(join(library, '../data/requests_sample.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SampleRequest);
}

/** The sample's own words for a service form. */
export const formOf = (line: SampleLine): Record<string, unknown> =>
  Object.fromEntries(FORM_FIELDS.filter((field) => field in line).map((field) => [field, line[field]]));

/** The sample names no institution: its clients leave that to the platform. */
const itemOf = (line: SampleLine): FilingItem => ({
  serviceCode: line.service_code,
  form: formOf(line),
  recommendedByPlatform: true,
});

/** A whole sample request as it is filed on behalf of its enterprise. */
export const wholeFiling = (request: SampleRequest): Filing => ({
  ...place(request),
  items: request.lines.map(itemOf),
  ...(request.package_code && { packageCode: request.package_code }),
  enterpriseUscc: request.uscc,
});

export interface DistrictFiling {
  readonly district: string;
  readonly domain: string;
  readonly filing: Filing;
  /** Workstation by DOMAIN section 2.5: the park's when the filing names one, else the district's. */
  readonly station: string;
}

/** One filing per district and domain: the first sample line of that domain in that district. */
export function districtFilings(): DistrictFiling[] {
  const sample = sampleRequests();
  return DISTRICTS.flatMap((district) =>
    TECHNICAL.map((domain) => {
      const request = sample.find(
        (one) => one.area_code === district && one.lines.some((line) => line.domain === domain),
      );
      const line = request?.lines.find((one) => one.domain === domain);
      if (!request || !line) throw new Error(`the sample has no ${domain} of ${district}`);
      const filing = { ...place(request), items: [itemOf(line)] };
      return { district, domain, filing, station: `WS-${request.park_code || request.area_code}` };
    }),
  );
}

function place(request: SampleRequest): Omit<Filing, 'items'> {
  return {
    contact: CONTACT,
    regionCode: request.area_code,
    ...(request.park_code && { parkCode: request.park_code }),
    mode: request.preferred_mode,
    urgency: request.urgent ? 'urgent' : 'normal',
  };
}
