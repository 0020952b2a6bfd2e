import type { PreparedGroup } from '../instruments/prepared-group.js';
import type { GroupResult, InstrumentResult } from '../measurement/results.js';
import { validUntil } from '../measurement/validity.js';
import type { MetrologyData } from '../jobs/metrology-job.js';

/** One group's part of a document. */
export interface PlannedGroup {
  readonly group: PreparedGroup;
  readonly result: GroupResult;
  /** Instruments recorded one by one that this document is about. */
  readonly instruments: readonly InstrumentResult[];
  /** How many it is about, those of a batch included. */
  readonly count: number;
}

export interface PlannedDocument {
  readonly kind: 'verification-certificate' | 'result-notice' | 'calibration-certificate';
  readonly parts: readonly PlannedGroup[];
  readonly validUntil?: string;
}

/** From so many groups on, documents of one kind and validity hold several groups, so that an order stays readable. */
const ONE_EACH = 20;
const GROUPS_PER_DOCUMENT = 10;

/** Which documents a measured job leads to, in the order in which they are issued. */
export function plannedDocuments(data: MetrologyData): PlannedDocument[] {
  const parts = data.results.flatMap((result) => {
    const group = data.preparation?.groups.find(({ no }) => no === result.group);
    return group ? [{ group, result }] : [];
  });
  const single =
    data.way === 'verification'
      ? [...parts.flatMap(certificate), ...parts.flatMap(notice)]
      : parts.map((part) => calibration(part));
  return single.length <= ONE_EACH ? single : bundled(single);
}

type Part = Pick<PlannedGroup, 'group' | 'result'>;

function certificate({ group, result }: Part): PlannedDocument[] {
  if (result.counts.PASS === 0) return [];
  const instruments = result.instruments.filter(({ verdict }) => verdict === 'PASS');
  const part = { group, result, instruments, count: result.counts.PASS };
  const last = group.periodMonths && validUntil(result.measuredOn, group.periodMonths);
  return [{ kind: 'verification-certificate', parts: [part], ...(last && { validUntil: last }) }];
}

function notice({ group, result }: Part): PlannedDocument[] {
  const instruments = result.instruments.filter(({ verdict }) => verdict === 'FAIL');
  if (instruments.length === 0) return [];
  return [{ kind: 'result-notice', parts: [{ group, result, instruments, count: instruments.length }] }];
}

function calibration({ group, result }: Part): PlannedDocument {
  const { instruments } = result;
  return { kind: 'calibration-certificate', parts: [{ group, result, instruments, count: instruments.length }] };
}

function bundled(documents: readonly PlannedDocument[]): PlannedDocument[] {
  const alike = new Map<string, PlannedDocument>();
  for (const document of documents) {
    const key = `${document.kind} ${document.validUntil ?? ''}`;
    const parts = [...(alike.get(key)?.parts ?? []), ...document.parts];
    alike.set(key, { ...document, parts });
  }
  return [...alike.values()].flatMap((document) =>
    chunks(document.parts, GROUPS_PER_DOCUMENT).map((parts) => ({ ...document, parts })),
  );
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
