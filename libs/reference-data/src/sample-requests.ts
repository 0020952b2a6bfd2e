import { DOMAINS, type ServiceDomain } from '@nqi/kernel';

import { once } from './data-file.js';
import { type JsonRecord, readJsonLines } from './json-lines.js';
import { type Channel, CHANNELS } from './services.js';

export type SampleEntry = 'web' | 'miniapp' | 'workstation' | 'counter';
export type SampleStatus =
  'submitted' | 'accepted' | 'in_progress' | 'awaiting_samples' | 'completed' | 'returned' | 'withdrawn';

const ENTRIES: readonly SampleEntry[] = ['web', 'miniapp', 'workstation', 'counter'];
const STATUSES: readonly SampleStatus[] = [
  'submitted',
  'accepted',
  'in_progress',
  'awaiting_samples',
  'completed',
  'returned',
  'withdrawn',
];

/** A synthetic filing. Some carry a status from the past; file them as new ones. */
export interface SampleRequest {
  readonly id: string;
  readonly filedAt: Date;
  readonly entry: SampleEntry;
  readonly uscc: string;
  readonly enterprise: string;
  readonly areaCode: string;
  readonly parkCode?: string;
  readonly packageCode?: string;
  readonly lines: readonly SampleRequestLine[];
  readonly urgent: boolean;
  readonly preferredMode: Channel;
  /** The enterprise whose contact filed it, `ENT0001`. */
  readonly contactEnterpriseId: string;
  readonly status: SampleStatus;
}

/** One service asked for; only the lists of its own domain are filled. */
export interface SampleRequestLine {
  readonly line: number;
  readonly serviceCode: string;
  readonly domain: ServiceDomain;
  readonly channel: Channel;
  readonly instruments: readonly SampleInstrument[];
  readonly tests: readonly SampleTest[];
  readonly standardNos: readonly string[];
  readonly certifications: readonly SampleCertification[];
  readonly participants?: number;
  readonly note?: string;
}

export interface SampleInstrument {
  /** A mandatory instrument (`MI…`) or a calibration item (`CI…`). */
  readonly ref: string;
  readonly name: string;
  readonly quantity: number;
  readonly model?: string;
  readonly serialsFrom?: string;
  readonly range?: string;
  readonly accuracy?: string;
}

export interface SampleTest {
  readonly productId: string;
  readonly product: string;
  readonly standard: string;
  readonly itemIds: readonly string[];
  readonly samples: number;
}

export interface SampleCertification {
  readonly schemeCode: string;
  readonly effectivePersonnel: number;
}

export const sampleRequests = once(() => readJsonLines('requests_sample.jsonl', toRequest));

function toRequest(record: JsonRecord): SampleRequest {
  return {
    id: record.text('id'),
    filedAt: record.instant('filed_at'),
    entry: record.oneOf('entry', ENTRIES),
    uscc: record.text('uscc'),
    enterprise: record.text('enterprise'),
    areaCode: record.text('area_code'),
    parkCode: record.optional('park_code'),
    packageCode: record.optional('package_code'),
    lines: record.records('lines', toLine),
    urgent: record.flag('urgent'),
    preferredMode: record.oneOf('preferred_mode', CHANNELS),
    contactEnterpriseId: record.text('contact'),
    status: record.oneOf('status', STATUSES),
  };
}

function toLine(record: JsonRecord): SampleRequestLine {
  return {
    line: record.integer('line'),
    serviceCode: record.text('service_code'),
    domain: record.oneOf('domain', DOMAINS),
    channel: record.oneOf('channel', CHANNELS),
    instruments: record.records('instruments', toInstrument),
    tests: record.records('tests', toTest),
    standardNos: record.records('standards', (standard) => standard.text('ref')),
    certifications: record.records('certification', (certification) => ({
      schemeCode: certification.text('ref'),
      effectivePersonnel: certification.integer('effective_personnel'),
    })),
    participants: record.optionalInteger('participants'),
    note: record.optional('note'),
  };
}

function toInstrument(record: JsonRecord): SampleInstrument {
  return {
    ref: record.text('ref'),
    name: record.text('name'),
    quantity: record.integer('qty'),
    model: record.optional('model'),
    serialsFrom: record.optional('serials_from'),
    range: record.optional('range'),
    accuracy: record.optional('accuracy'),
  };
}

function toTest(record: JsonRecord): SampleTest {
  return {
    productId: record.text('ref'),
    product: record.text('product'),
    standard: record.text('standard'),
    itemIds: record.texts('items'),
    samples: record.integer('samples'),
  };
}
