import { DomainError, addMonths, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JobAction, type JsonSchema } from '@nqi/work';
import { codedSamples, type SampleRecord, type Samples } from '../samples/samples.js';
import { assertNotAhead } from './dates.js';
import {
  contractOf,
  isOnSite,
  type Receipt,
  type TestingData,
  type TestingStatus,
  type TestingView,
} from './testing-job.js';

type Action = JobAction<TestingStatus, TestingData>;
interface ReceiveBody extends Receipt {
  readonly lines: readonly (SampleRecord & { readonly product?: string })[];
}

const RETAINED_MONTHS = 3;
const SOURCES = {
  delivered: { zh: '送样', en: 'Delivered' },
  sampled: { zh: '抽样', en: 'Sampled' },
  'on-site': { zh: '现场检测', en: 'Tested on site' },
};

/** 收样登记: every sample gets its code and waits. */
export const receiveSamples: Action = jobAction<TestingStatus, TestingData, ReceiveBody>({
  name: 'receive-samples',
  title: { zh: '收样登记', en: 'Receive the samples' },
  role: 'technician',
  from: ['CONTRACT_SIGNED', 'SAMPLE_REJECTED'],
  schema: receiveBody,
  apply: (job, { lines, ...receipt }, { at }) => {
    assertNotAhead(receipt.receivedOn, at, '/receivedOn');
    if (receipt.source === 'sampled' && !receipt.sampler) {
      throw refused('SAMPLER_MISSING', '/sampler', '抽样须写明抽样人', 'Say who took the samples');
    }
    const data = { ...job.data, receipt, samples: received(job, lines), rejected: undefined };
    return { to: 'SAMPLE_RECEIVED', data };
  },
});

/** 拒收: the samples cannot be tested as they are; the client brings others. */
export const rejectSamples: Action = jobAction<TestingStatus, TestingData, { reason: string }>({
  name: 'reject-samples',
  title: { zh: '拒收样品', en: 'Reject the samples' },
  role: 'technician',
  from: ['CONTRACT_SIGNED'],
  schema: () =>
    fields.body({ reason: fields.text({ zh: '拒收原因', en: 'Reason' }, 500) }, { reason: '样品封样破损，数量不足' }),
  apply: (job, { reason }, { at }) => ({
    to: 'SAMPLE_REJECTED',
    data: { ...job.data, rejected: { on: shanghaiDate(at), reason } },
  }),
});

function received(job: TestingView, records: ReceiveBody['lines']): Samples[] {
  return contractOf(job).lines.map(({ line, product, tested }) => {
    const found = records.filter((record) => record.line === line);
    const [record] = found;
    if (!record || found.length > 1 || records.length !== contractOf(job).lines.length) {
      throw refused('LINE_MISSING', '/lines', `“${product}”须登记一次`, `"${product}" must be there once`);
    }
    if (record.received < tested) {
      const pointer = `/lines/${records.indexOf(record)}/received`;
      throw refused('TOO_FEW_SAMPLES', pointer, `检测需要 ${tested} 件样品`, `The tests need ${tested} samples`);
    }
    const { product: _, ...kept } = record;
    return codedSamples(job.jobNo, kept, tested);
  });
}

function receiveBody(job: TestingView): JsonSchema {
  const { lines } = contractOf(job);
  const today = shanghaiDate(job.openedAt);
  const filed = (line: number) => job.data.tests.find((test) => test.line === line)?.samples ?? 1;
  const source: Receipt['source'] = isOnSite(job) ? 'on-site' : 'delivered';
  const rows = lines.map(({ line, product }) => ({ line, product, received: filed(line), ...usualCare(today) }));
  const properties = {
    receivedOn: fields.date({ zh: '收样日期', en: 'Received on' }, { default: today }),
    source: fields.choice({ zh: '样品来源', en: 'Source' }, SOURCES, { default: source }),
    sampler: fields.text({ zh: '抽样人', en: 'Sampler' }, 50),
    lines: fields.list({ zh: '样品', en: 'Samples' }, SAMPLES, { max: lines.length }, { default: rows }),
  };
  const example = {
    receivedOn: today,
    source,
    lines: rows.map((row) => ({ ...row, quantity: '1 件/份', condition: '包装完好，标识清晰，状态正常' })),
  };
  return fields.body(properties, example, ['sampler']);
}

const usualCare = (today: string) => ({ storage: '常温、干燥', retainUntil: addMonths(today, RETAINED_MONTHS) });

const SAMPLES = fields.record(
  {
    line: fields.integer({ zh: '样品序号', en: 'Line' }, 1, 50, { readOnly: true }),
    product: fields.shown({ zh: '样品名称', en: 'Product' }, ''),
    received: fields.integer({ zh: '实收数量', en: 'Received' }, 1, 1_000),
    quantity: fields.text({ zh: '每份数量及单位', en: 'Quantity of each' }, 60),
    model: fields.text({ zh: '规格型号', en: 'Model' }, 100),
    trademark: fields.text({ zh: '商标', en: 'Trademark' }, 60),
    batch: fields.text({ zh: '批号', en: 'Batch' }, 60),
    producedOn: fields.date({ zh: '生产日期', en: 'Produced on' }),
    producer: fields.text({ zh: '生产单位', en: 'Producer' }, 120),
    condition: fields.text({ zh: '样品状态', en: 'Condition' }, 200),
    storage: fields.text({ zh: '贮存条件', en: 'Storage' }, 100),
    retainUntil: fields.date({ zh: '留样至', en: 'Retained until' }),
  },
  ['product', 'model', 'trademark', 'batch', 'producedOn', 'producer', 'retainUntil'],
);

const refused = (code: string, pointer: string, zh: string, en: string): DomainError =>
  new DomainError(`TESTING.${code}`, 'invalid', { zh, en }, {}, pointer);
