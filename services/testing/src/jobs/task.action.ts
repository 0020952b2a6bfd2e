import { addMonths, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JsonSchema } from '@nqi/work';
import { withStatus } from '../samples/samples.js';
import { assertCalibrated, assertNotBefore } from './dates.js';
import {
  contractOf,
  isOnSite,
  type Task,
  type TestingData,
  type TestingStatus,
  type TestingView,
} from './testing-job.js';

/** 任务下达: where, with which equipment and until when; the samples go to the bench. */
export const assignTask = jobAction<TestingStatus, TestingData, Task>({
  name: 'assign-task',
  title: { zh: '下达检测任务', en: 'Assign the task' },
  role: 'technician',
  from: ['SAMPLE_RECEIVED'],
  schema: taskBody,
  apply: (job, task, { at }) => {
    const today = shanghaiDate(at);
    assertCalibrated(task.equipment, today, (index) => `/equipment/${index}/validUntil`);
    assertNotBefore(task.dueOn, today, '/dueOn');
    return { to: 'TASK_ASSIGNED', data: { ...job.data, task, samples: withStatus(job.data.samples, 'IN_TEST') } };
  },
});

const EQUIPMENT = fields.record({
  name: fields.text({ zh: '设备名称', en: 'Name' }, 100),
  no: fields.text({ zh: '设备编号', en: 'Number' }, 60),
  validUntil: fields.date({ zh: '校准/检定有效期至', en: 'Calibrated until' }),
});

function taskBody(job: TestingView): JsonSchema {
  const { promisedOn } = contractOf(job);
  const place = isOnSite(job) ? job.enterpriseName : job.institutionName;
  const properties = {
    place: fields.text({ zh: '检测地点', en: 'Place' }, 200, { default: place }),
    temperature: fields.decimal({ zh: '环境温度(℃)', en: 'Temperature (℃)' }),
    humidity: fields.decimal(
      { zh: '相对湿度(%)', en: 'Relative humidity (%)' },
      { pattern: '^(100|\\d{1,2}(\\.\\d)?)$' },
    ),
    equipment: fields.list({ zh: '主要仪器设备', en: 'Equipment' }, EQUIPMENT, { max: 30 }),
    dueOn: fields.date({ zh: '完成期限', en: 'Due on' }, { default: promisedOn }),
  };
  const validUntil = addMonths(shanghaiDate(job.openedAt), 12);
  const example: Task = {
    place,
    temperature: '22.5',
    humidity: '55',
    equipment: [{ name: '检测设备组', no: 'DEMO-EQ-0001', validUntil }],
    dueOn: promisedOn,
  };
  return fields.body(properties, example);
}
