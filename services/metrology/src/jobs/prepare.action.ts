import { DomainError, addMonths, normalizeStandardNumber, parseStandardNumber, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JsonSchema } from '@nqi/work';
import type { Group } from '../instruments/groups.js';
import { batchesOf, type PreparedGroup } from '../instruments/prepared-group.js';
import { assertStandardsValid } from './dates.js';
import {
  isOnSite,
  type MetrologyData,
  type MetrologyStatus,
  type MetrologyView,
  type Preparation,
  type ReferenceStandard,
  type Way,
} from './metrology-job.js';

interface PreparedEntry {
  readonly group: number;
  readonly quantity: number;
  readonly basis: string;
  readonly periodMonths?: number;
}
interface PrepareBody extends Omit<Preparation, 'groups'> {
  readonly groups: readonly PreparedEntry[];
}

const LONGEST_PERIOD = 120;
const REGULATIONS: Readonly<Record<Way, RegExp>> = { verification: /^JJG/, calibration: /^JJ[GF]/, advice: /^$/ };

/** Before anything is measured: what is there, by which regulation, with which standards and under which conditions. */
export const prepare = jobAction<MetrologyStatus, MetrologyData, PrepareBody>({
  name: 'prepare',
  title: { zh: '核对器具与测量条件', en: 'Check instruments and conditions' },
  role: 'technician',
  from: ['RECEIVED', 'ONSITE_SCHEDULED'],
  schema: prepareBody,
  apply: (job, { groups, ...conditions }, { at }) => {
    assertStandardsValid(conditions.standards, shanghaiDate(at), (index) => `/standards/${index}/validUntil`);
    const preparation = { ...conditions, groups: preparedGroups(job, groups) };
    const to = job.data.way === 'verification' ? 'VERIFYING' : 'CALIBRATING';
    return { to, data: { ...job.data, preparation } };
  },
});

function preparedGroups(job: MetrologyView, entries: readonly PreparedEntry[]): PreparedGroup[] {
  const batches = batchesOf(entries.map(({ quantity }) => quantity));
  const seen = new Set<number>();
  return entries.map(({ group: no, quantity, basis, periodMonths }, index) => {
    const group = job.data.groups.find((candidate) => candidate.no === no);
    if (!group || seen.has(no))
      throw refused('UNKNOWN_GROUP', `/groups/${index}/group`, '没有此组器具', 'No such group');
    seen.add(no);
    if (!isRegulation(basis, job.data.way)) {
      const [zh, en] = ['应为有效的规程或规范编号，如 JJG 539-2016', 'Must be a regulation, such as JJG 539-2016'];
      throw refused('NOT_A_REGULATION', `/groups/${index}/basis`, zh, en);
    }
    const months = periodOf(group, periodMonths, `/groups/${index}/periodMonths`);
    const prepared = { ...group, quantity, basis: normalizeStandardNumber(basis), batch: batches[index] ?? true };
    return job.data.way === 'verification' && months ? { ...prepared, periodMonths: months } : prepared;
  });
}

function isRegulation(basis: string, way: Way): boolean {
  const number = parseStandardNumber(basis);
  return number?.kind === 'metrology' && number.year !== undefined && REGULATIONS[way].test(number.prefix);
}

/** The regulation's period is the longest; heavy use may shorten it. Without a period there is no date of expiry. */
function periodOf({ kind }: Group, wanted: number | undefined, pointer: string): number | undefined {
  if (kind && kind.mode !== 'periodic') return undefined;
  const longest = kind?.periodMonths;
  if (wanted === undefined || longest === undefined || wanted <= longest) return wanted ?? longest;
  throw refused('PERIOD_TOO_LONG', pointer, `检定周期不得超过 ${longest} 个月`, `At most ${longest} months`);
}

const refused = (code: string, pointer: string, zh: string, en: string): DomainError =>
  new DomainError(`METROLOGY.${code}`, 'invalid', { zh, en }, {}, pointer);

function prepareBody(job: MetrologyView): JsonSchema {
  const { data } = job;
  const today = shanghaiDate(job.openedAt);
  const defaults = data.groups.map((group) => entryOf(group, data.way));
  const place = isOnSite(job) ? (data.arrival?.['place'] ?? job.enterpriseName) : job.institutionName;
  const example: PrepareBody = {
    place,
    temperature: '20.5',
    humidity: '52',
    standards: [exampleStandard(addMonths(today, 12))],
    groups: data.groups.map((group) => ({ ...entryOf(group, data.way), basis: group.kind?.basis ?? 'JJG 1-1999' })),
  };
  const properties = {
    place: fields.text({ zh: '检定/校准地点', en: 'Place' }, 200, { default: place }),
    temperature: fields.decimal({ zh: '环境温度(℃)', en: 'Temperature (℃)' }),
    humidity: fields.decimal(
      { zh: '相对湿度(%)', en: 'Relative humidity (%)' },
      { pattern: '^(100|\\d{1,2}(\\.\\d)?)$' },
    ),
    standards: fields.list({ zh: '使用的计量标准器', en: 'Measurement standards used' }, STANDARD, { max: 20 }),
    groups: fields.list(
      { zh: '器具', en: 'Instruments' },
      groupItem(job),
      { max: data.groups.length },
      { default: defaults },
    ),
  };
  return fields.body(properties, example);
}

const STANDARD = fields.record({
  name: fields.text({ zh: '名称', en: 'Name' }, 100),
  range: fields.text({ zh: '测量范围', en: 'Range' }, 100),
  accuracy: fields.text({ zh: '准确度等级/不确定度', en: 'Accuracy or uncertainty' }, 100),
  certificateNo: fields.text({ zh: '证书编号', en: 'Certificate' }, 100),
  validUntil: fields.date({ zh: '有效期至', en: 'Valid until' }),
});

function groupItem({ data }: MetrologyView): JsonSchema {
  const names = Object.fromEntries(data.groups.map(({ no, name }) => [no, name]));
  const basis = fields.text({ zh: '检定规程/校准规范', en: 'Regulation or specification' }, 60);
  const properties = {
    group: fields.integer({ zh: '组号', en: 'Group' }, 1, data.groups.length, {
      description: Object.entries(names)
        .slice(0, 20)
        .map(([no, name]) => `${no} ${name}`)
        .join(';'),
    }),
    quantity: fields.integer({ zh: '实收数量', en: 'Quantity found' }, 1, 10_000),
    basis,
  };
  if (data.way !== 'verification') return fields.record(properties);
  const periodMonths = fields.integer({ zh: '检定周期(月)', en: 'Period (months)' }, 1, LONGEST_PERIOD);
  return fields.record({ ...properties, periodMonths }, ['periodMonths']);
}

function entryOf({ no, filed, kind }: Group, way: Way): PreparedEntry {
  const period = way === 'verification' && kind?.mode === 'periodic' ? kind.periodMonths : undefined;
  return {
    group: no,
    quantity: filed,
    ...(kind?.basis && { basis: kind.basis }),
    ...(period && { periodMonths: period }),
  } as PreparedEntry;
}

const exampleStandard = (validUntil: string): ReferenceStandard => ({
  name: '标准器组',
  range: '覆盖被检器具测量范围',
  accuracy: '不大于被检器具最大允许误差的1/3',
  certificateNo: 'DEMO-STD-0001',
  validUntil,
});
