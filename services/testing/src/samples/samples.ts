import type { LocalizedText } from '@nqi/kernel';

/** 待检, 在检, 已检, and what becomes of a sample afterwards: 留样, 退样, 处置. */
export type SampleStatus = 'WAITING' | 'IN_TEST' | 'TESTED' | 'RETAINED' | 'RETURNED' | 'DISPOSED';

export const SAMPLE_STATUS_NAMES: Readonly<Record<SampleStatus, LocalizedText>> = {
  WAITING: { zh: '待检', en: 'Waiting' },
  IN_TEST: { zh: '在检', en: 'In test' },
  TESTED: { zh: '已检', en: 'Tested' },
  RETAINED: { zh: '留样', en: 'Retained' },
  RETURNED: { zh: '退样', en: 'Returned' },
  DISPOSED: { zh: '处置', en: 'Disposed of' },
};

/** What is written about the samples of one product when they come in. */
export interface SampleRecord {
  readonly line: number;
  readonly received: number;
  /** Of one sample: `500 g/份`. */
  readonly quantity: string;
  readonly model?: string;
  readonly trademark?: string;
  readonly batch?: string;
  readonly producedOn?: string;
  readonly producer?: string;
  readonly condition: string;
  readonly storage: string;
  readonly retainUntil?: string;
}

/** The samples of one product, each with a code of its own. */
export interface Samples extends SampleRecord {
  /** Codes of those to be tested, in the order in which results are written. */
  readonly codes: readonly string[];
  /** Codes of those kept in reserve: from the first to the last of them. */
  readonly reserve?: { readonly from: string; readonly to: string; readonly count: number };
  readonly status: SampleStatus;
}

/** Unique, because it holds the number of the job: `YP-20261124-000001-01-003` is the third sample of the first product. */
export function sampleCode(jobNo: string, line: number, no: number): string {
  const job = jobNo.split('-').slice(-2).join('-');
  return `YP-${job}-${String(line).padStart(2, '0')}-${String(no).padStart(3, '0')}`;
}

/** Gives received samples their codes: the first `tested` are tested, the others wait in reserve. */
export function codedSamples(jobNo: string, record: SampleRecord, tested: number): Samples {
  const code = (no: number) => sampleCode(jobNo, record.line, no);
  const count = record.received - tested;
  return {
    ...record,
    codes: Array.from({ length: tested }, (_, index) => code(index + 1)),
    ...(count > 0 && { reserve: { from: code(tested + 1), to: code(record.received), count } }),
    status: 'WAITING',
  };
}

/** The samples of the named products in their next status, all others as they were. */
export const withStatus = (
  samples: readonly Samples[],
  status: SampleStatus,
  isMeant: (samples: Samples) => boolean = () => true,
): Samples[] => samples.map((each) => (isMeant(each) ? { ...each, status } : each));
