import { DomainError, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JobAction, type JsonSchema } from '@nqi/work';
import { reportsOf } from '../reports/reports.js';
import type { SampleStatus, Samples } from '../samples/samples.js';
import { assertNotAhead } from './dates.js';
import { lineOf, type TestingData, type TestingStatus, type TestingView } from './testing-job.js';

type Action = JobAction<TestingStatus, TestingData>;

/** 批准: the authorised signatory issues the reports. */
export const approveReport: Action = jobAction<TestingStatus, TestingData, unknown>({
  name: 'approve-report',
  title: { zh: '批准并签发报告', en: 'Approve and issue the report' },
  role: 'approver',
  from: ['REPORT_CHECKED'],
  schema: () => fields.body({}, {}),
  apply: (job) => ({ to: 'ISSUED', data: job.data, deliverables: reportsOf(job) }),
});

type Disposal = Extract<SampleStatus, 'RETAINED' | 'RETURNED' | 'DISPOSED'>;
interface Delivery {
  readonly deliveredOn: string;
  readonly receivedBy: string;
  readonly means: 'collected' | 'posted' | 'online';
  readonly samples: readonly { readonly line: number; readonly disposal: Disposal }[];
}

const MEANS = {
  collected: { zh: '自取', en: 'Collected' },
  posted: { zh: '邮寄', en: 'Posted' },
  online: { zh: '电子报告', en: 'Online' },
};
const DISPOSALS = {
  RETAINED: { zh: '留样', en: 'Retained' },
  RETURNED: { zh: '退样', en: 'Returned' },
  DISPOSED: { zh: '处置', en: 'Disposed of' },
};

/** The client has the reports, and what becomes of the samples is written down. */
export const deliver: Action = jobAction<TestingStatus, TestingData, Delivery>({
  name: 'deliver',
  title: { zh: '交付报告、处理样品', en: 'Deliver the report' },
  role: 'technician',
  from: ['ISSUED'],
  schema: deliveryBody,
  apply: (job, { deliveredOn, receivedBy, means, samples }, { at }) => {
    assertNotAhead(deliveredOn, at, '/deliveredOn');
    const delivery = { on: deliveredOn, receivedBy, means };
    return { to: 'DELIVERED', data: { ...job.data, samples: disposedOf(job, samples), delivery } };
  },
});

function disposedOf({ data }: TestingView, entries: Delivery['samples']): Samples[] {
  return data.samples.map((samples) => {
    const [entry, ...others] = entries.filter(({ line }) => line === samples.line);
    if (entry && others.length === 0) return { ...samples, status: entry.disposal };
    const [zh, en] = [`第 ${samples.line} 项样品须写明去向`, `Say what becomes of sample ${samples.line}`];
    throw new DomainError('TESTING.DISPOSAL_MISSING', 'invalid', { zh, en }, {}, '/samples');
  });
}

function deliveryBody(job: TestingView): JsonSchema {
  const today = shanghaiDate(job.openedAt);
  const disposalOf = ({ source }: NonNullable<TestingData['receipt']>): Disposal =>
    source === 'on-site' ? 'RETURNED' : 'RETAINED';
  const disposal = job.data.receipt ? disposalOf(job.data.receipt) : 'RETAINED';
  const rows = job.data.samples.map(({ line }) => ({ line, product: lineOf(job, line).product, disposal }));
  const properties = {
    deliveredOn: fields.date({ zh: '交付日期', en: 'Delivered on' }, { default: today }),
    receivedBy: fields.text({ zh: '领取人', en: 'Received by' }, 50),
    means: fields.choice({ zh: '交付方式', en: 'Means' }, MEANS, { default: 'online' }),
    samples: fields.list({ zh: '样品去向', en: 'Samples' }, SAMPLES, { max: rows.length }, { default: rows }),
  };
  return fields.body(properties, { deliveredOn: today, receivedBy: '委托方经办人', means: 'online', samples: rows });
}

const SAMPLES = fields.record(
  {
    line: fields.integer({ zh: '样品序号', en: 'Line' }, 1, 50, { readOnly: true }),
    product: fields.shown({ zh: '样品名称', en: 'Product' }, ''),
    disposal: fields.choice({ zh: '去向', en: 'Disposal' }, DISPOSALS),
  },
  ['product'],
);
