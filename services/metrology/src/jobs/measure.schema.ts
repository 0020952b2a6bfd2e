import { shanghaiDate } from '@nqi/kernel';
import { fields, type JsonSchema } from '@nqi/work';
import type { PreparedGroup } from '../instruments/prepared-group.js';
import { serialsOf } from '../instruments/serials.js';
import type { GroupResult } from '../measurement/results.js';
import { exampleBatch, exampleGroup, suggestedPoints } from './measure.examples.js';
import { openGroups, type MetrologyData, type MetrologyView, type Way } from './metrology-job.js';

const MOST_POINTS = 30;
const UNIT = fields.text({ zh: '单位', en: 'Unit' }, 20);
const SERIAL = fields.text({ zh: '出厂编号', en: 'Serial number' }, 120);
const NOMINAL = fields.decimal({ zh: '标称值(标准值)', en: 'Nominal value' });
const MPE = fields.decimal({ zh: '最大允许误差(±)', en: 'Maximum permissible error (±)' });
const RULES = {
  none: { zh: '不作符合性判定', en: 'No statement of conformity' },
  'simple-acceptance': { zh: '简单接受：误差绝对值不大于最大允许误差', en: 'Simple acceptance' },
  'guard-band': { zh: '保护带：误差绝对值加扩展不确定度不大于最大允许误差', en: 'Guard band' },
};

/** Body of the measuring step: groups recorded one by one, and batches by their extremes, those still open only. */
export function measureBody(job: MetrologyView): JsonSchema {
  const { way } = job.data;
  const open = openGroups(job.data);
  const [single, batches] = [open.filter(({ batch }) => !batch), open.filter(({ batch }) => batch)];
  const measuredOn = laterOf(shanghaiDate(job.openedAt), job.data.arrivedOn);
  const properties: Record<string, JsonSchema> = {
    measuredOn: fields.date({ zh: '检定/校准日期', en: 'Measured on' }, { default: measuredOn }),
  };
  if (single.length > 0) {
    const title = { zh: '测量记录', en: 'Records' };
    const prefilled = { default: single.map((group) => prefilledGroup(group, job.data)) };
    properties['groups'] = fields.list(title, groupItem(way, single), { min: 0, max: single.length }, prefilled);
  }
  if (batches.length > 0) {
    const title = { zh: '批量测量记录', en: 'Records of batches' };
    const item = way === 'verification' ? batchItem(batches) : groupItem(way, batches);
    const prefilled = { default: batches.map((group) => prefilledBatch(group, way)) };
    properties['batches'] = fields.list(title, item, { min: 0, max: batches.length }, prefilled);
  }
  const example = {
    measuredOn,
    ...(single.length > 0 && { groups: single.map((group) => exampleGroup(group, way)) }),
    ...(batches.length > 0 && { batches: batches.map((group) => exampleBatch(group, way)) }),
  };
  return fields.body(properties, example, ['groups', 'batches']);
}

function groupItem(way: Way, groups: readonly PreparedGroup[]): JsonSchema {
  const reading = fields.decimal({ zh: '示值', en: 'Indication' });
  const instrument = fields.record(
    {
      serial: SERIAL,
      readings: fields.list({ zh: '各点示值', en: 'Indications, point by point' }, reading, { max: MOST_POINTS }),
      defect: fields.text({ zh: '外观或功能缺陷(有则填)', en: 'Defect, if any' }, 200),
    },
    ['defect'],
  );
  const most = Math.max(...groups.map(({ quantity }) => Math.min(quantity, 500)));
  const instruments = fields.list({ zh: '器具', en: 'Instruments' }, instrument, { max: most });
  const common = { group: groupField(groups), unit: UNIT };
  if (way === 'verification') {
    const point = fields.record({ nominal: NOMINAL, mpe: MPE });
    return fields.record({ ...common, points: pointList(point), instruments });
  }
  const uncertainty = fields.decimal({ zh: '扩展不确定度 U', en: 'Expanded uncertainty U' });
  const point = fields.record({ nominal: NOMINAL, mpe: MPE, uncertainty }, ['mpe']);
  const agreed = {
    coverageFactor: fields.decimal({ zh: '包含因子 k', en: 'Coverage factor k' }, { pattern: '^[1-4](\\.\\d{1,2})?$' }),
    rule: fields.choice({ zh: '判定规则(与客户约定)', en: 'Decision rule agreed with the client' }, RULES),
    intervalMonths: fields.integer(
      { zh: '建议复校间隔(月，客户要求时填)', en: 'Interval in months, if the client wants one' },
      1,
      120,
    ),
  };
  return fields.record({ ...common, ...agreed, points: pointList(point), instruments }, ['intervalMonths']);
}

function batchItem(groups: readonly PreparedGroup[]): JsonSchema {
  const point = fields.record({
    nominal: NOMINAL,
    mpe: MPE,
    lowest: fields.decimal({ zh: '合格器具最小示值', en: 'Lowest indication of conforming ones' }),
    highest: fields.decimal({ zh: '合格器具最大示值', en: 'Highest indication of conforming ones' }),
  });
  const reading = fields.decimal({ zh: '示值', en: 'Indication' });
  const apart = fields.record(
    {
      serial: SERIAL,
      readings: fields.list({ zh: '各点示值', en: 'Indications, point by point' }, reading, { max: MOST_POINTS }),
      defect: fields.text({ zh: '外观或功能缺陷(有则填)', en: 'Defect, if any' }, 200),
    },
    ['defect'],
  );
  return fields.record({
    group: groupField(groups),
    unit: UNIT,
    points: pointList(point),
    instruments: fields.list(
      { zh: '不合格器具(逐台)', en: 'Instruments that do not conform' },
      apart,
      { min: 0, max: 500 },
      { default: [] },
    ),
  });
}

const pointList = (point: JsonSchema): JsonSchema =>
  fields.list({ zh: '测量点', en: 'Points' }, point, { max: MOST_POINTS });

const groupField = (groups: readonly PreparedGroup[]): JsonSchema => ({
  ...fields.integer({ zh: '组号', en: 'Group' }, 1, 200),
  enum: groups.map(({ no }) => no),
  description: groups
    .slice(0, 20)
    .map(({ no, name, quantity, basis }) => `${no} ${name} ×${quantity}(${basis})`)
    .join(';'),
});

/** What is known before measuring; after a check sent results back, what was written then. */
function prefilledGroup(group: PreparedGroup, { way, superseded }: MetrologyData): unknown {
  const earlier = superseded.at(-1)?.find((result) => result.group === group.no);
  if (earlier) return writtenAgain(earlier, way);
  return {
    group: group.no,
    unit: group.kind?.unit,
    ...(way === 'calibration' && calibrationDefaults(group)),
    points: suggestedPoints(group).map((nominal) => ({ nominal })),
    instruments: serialsOf(group, group.quantity).map((serial) => ({ serial })),
  };
}

const prefilledBatch = (group: PreparedGroup, way: Way): unknown => ({
  group: group.no,
  unit: group.kind?.unit,
  ...(way === 'calibration' && calibrationDefaults(group)),
});

const calibrationDefaults = ({ kind }: PreparedGroup) => ({
  coverageFactor: kind?.coverageFactor ?? '2',
  rule: kind?.allowance ? 'simple-acceptance' : 'none',
});

function writtenAgain({ group, unit, points, instruments, ...rest }: GroupResult, way: Way): unknown {
  const { rule, coverageFactor, intervalMonths } = rest;
  return {
    group,
    unit,
    ...(way === 'calibration' && { rule, coverageFactor, ...(intervalMonths && { intervalMonths }) }),
    points,
    instruments: instruments.map(({ serial, readings, defect }) => ({ serial, readings, ...(defect && { defect }) })),
  };
}

const laterOf = (date: string, other: string | undefined): string => (other && other > date ? other : date);
