import { DomainError } from '@nqi/kernel';
import { jobAction } from '@nqi/work';
import { judgeGroup, type GroupEntry, type GroupResult, type InstrumentEntry } from '../measurement/results.js';
import type { DecisionRule } from '../measurement/judgement.js';
import { assertNotAhead, assertNotBefore, assertStandardsValid } from './dates.js';
import { measureBody } from './measure.schema.js';
import {
  openGroups,
  preparationOf,
  type MetrologyData,
  type MetrologyStatus,
  type MetrologyView,
} from './metrology-job.js';

interface PointEntry {
  readonly nominal: string;
  readonly mpe?: string;
  readonly uncertainty?: string;
  readonly lowest?: string;
  readonly highest?: string;
}
interface WrittenGroup {
  readonly group: number;
  readonly unit: string;
  readonly rule?: DecisionRule;
  readonly coverageFactor?: string;
  readonly intervalMonths?: number;
  readonly points: readonly PointEntry[];
  readonly instruments: readonly InstrumentEntry[];
}
interface MeasureBody {
  readonly measuredOn: string;
  readonly groups?: readonly WrittenGroup[];
  readonly batches?: readonly WrittenGroup[];
}

/** Takes down the readings, of all groups at once or of some at a time; what they amount to is computed. */
export const measure = jobAction<MetrologyStatus, MetrologyData, MeasureBody>({
  name: 'measure',
  title: { zh: '录入测量数据', en: 'Record the measurements' },
  role: 'technician',
  from: ['VERIFYING', 'CALIBRATING'],
  schema: measureBody,
  apply: (job, body, { at }) => {
    assertNotAhead(body.measuredOn, at, '/measuredOn');
    assertNotBefore(body.measuredOn, job.data.arrivedOn, '/measuredOn');
    assertStandardsValid(preparationOf(job).standards, body.measuredOn, () => '/measuredOn');
    const results = [...job.data.results, ...newResults(job, body)];
    const data = { ...job.data, results };
    return { to: openGroups(data).length === 0 ? 'MEASURED' : job.status, data };
  },
});

function newResults(job: MetrologyView, { measuredOn, groups = [], batches = [] }: MeasureBody): GroupResult[] {
  const open = new Map(openGroups(job.data).map((group) => [group.no, group]));
  const judge = (list: string) => (written: WrittenGroup, index: number) => {
    const pointer = `/${list}/${index}`;
    const group = open.get(written.group);
    if (!group || group.batch !== (list === 'batches')) throw unknownGroup(`${pointer}/group`);
    open.delete(written.group);
    return judgeGroup(group, entryOf(job, written), measuredOn, pointer);
  };
  const results = [...groups.map(judge('groups')), ...batches.map(judge('batches'))];
  if (results.length === 0) throw unknownGroup('/groups');
  return results;
}

/** Verification always judges, by the error alone; a calibration judges as agreed with the client. */
function entryOf({ data }: MetrologyView, { rule, points, ...written }: WrittenGroup): GroupEntry {
  const entry = {
    ...written,
    rule: data.way === 'verification' ? 'simple-acceptance' : (rule ?? 'none'),
    points: points.map(({ nominal, mpe, uncertainty }) => ({
      nominal,
      ...(mpe && { mpe }),
      ...(uncertainty && { uncertainty }),
    })),
  } as const;
  const isBatch = points.every(({ lowest, highest }) => lowest !== undefined && highest !== undefined);
  if (!isBatch) return entry;
  const extremes = points.map(({ lowest = '', highest = '' }) => ({ lowest, highest }));
  return { ...entry, extremes };
}

const unknownGroup = (pointer: string): DomainError =>
  new DomainError(
    'MEASUREMENT.UNKNOWN_GROUP',
    'invalid',
    {
      zh: '该组器具不存在、已录入或不按此方式录入',
      en: 'No such group, recorded already, or recorded in the other list',
    },
    {},
    pointer,
  );
