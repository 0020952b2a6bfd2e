import { shanghaiDate } from '@nqi/kernel';
import { fields, jobAction } from '@nqi/work';
import { assertNotAhead } from './dates.js';
import { isMeasured, isOnSite, type MetrologyData, type MetrologyStatus } from './metrology-job.js';

interface Receipt {
  readonly receivedOn: string;
  readonly condition: string;
  readonly remark?: string;
}

/** 收样回执: the instruments are in the laboratory. */
export const receive = jobAction<MetrologyStatus, MetrologyData, Receipt>({
  name: 'receive',
  title: { zh: '接收器具', en: 'Receive the instruments' },
  role: 'technician',
  from: ['APPOINTMENT_ACCEPTED'],
  when: (job) => isMeasured(job) && !isOnSite(job),
  schema: (job) => {
    const today = shanghaiDate(job.openedAt);
    const properties = {
      receivedOn: fields.date({ zh: '接收日期', en: 'Received on' }, { default: today }),
      condition: fields.text({ zh: '外观与包装状况', en: 'Condition' }, 200),
      remark: fields.text({ zh: '备注', en: 'Remark' }, 500),
    };
    return fields.body(properties, { receivedOn: today, condition: '外观完好，附件齐全' }, ['remark']);
  },
  apply: (job, { receivedOn, condition, remark }, { at }) => {
    assertNotAhead(receivedOn, at, '/receivedOn');
    const arrival = { condition, ...(remark && { remark }) };
    return { to: 'RECEIVED', data: { ...job.data, arrivedOn: receivedOn, arrival } };
  },
});

interface Visit {
  readonly visitOn: string;
  readonly place: string;
  readonly safety?: string;
}

/** The laboratory goes to the instruments. */
export const scheduleVisit = jobAction<MetrologyStatus, MetrologyData, Visit>({
  name: 'schedule-visit',
  title: { zh: '安排现场检定/校准', en: 'Schedule the visit' },
  role: 'technician',
  from: ['APPOINTMENT_ACCEPTED'],
  when: (job) => isMeasured(job) && isOnSite(job),
  schema: (job) => {
    const today = shanghaiDate(job.openedAt);
    const properties = {
      visitOn: fields.date({ zh: '现场日期', en: 'Visit on' }, { default: today }),
      place: fields.text({ zh: '现场地点', en: 'Place' }, 200, { default: job.enterpriseName }),
      safety: fields.text({ zh: '现场安全告知', en: 'Safety notes' }, 500),
    };
    return fields.body(properties, { visitOn: today, place: job.enterpriseName }, ['safety']);
  },
  apply: (job, { visitOn, place, safety }) => {
    const arrival = { place, ...(safety && { safety }) };
    return { to: 'ONSITE_SCHEDULED', data: { ...job.data, arrivedOn: visitOn, arrival } };
  },
});
