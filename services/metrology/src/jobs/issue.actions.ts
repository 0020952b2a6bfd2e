import { shanghaiDate } from '@nqi/kernel';
import { fields, jobAction } from '@nqi/work';
import { certificatesOf } from '../certificates/certificates.js';
import { assertNotAhead } from './dates.js';
import type { MetrologyData, MetrologyStatus } from './metrology-job.js';

/** 批准: certificates for what conforms and notices for what does not leave the house together. */
export const approve = jobAction<MetrologyStatus, MetrologyData, unknown>({
  name: 'approve',
  title: { zh: '批准并签发证书', en: 'Approve and issue' },
  role: 'approver',
  from: ['CHECKED'],
  schema: () => fields.body({}, {}),
  apply: (job) => {
    const deliverables = certificatesOf(job);
    const anyNotice = deliverables.some(({ kind }) => kind === 'result-notice');
    return { to: anyNotice ? 'NOTICE_ISSUED' : 'CERT_ISSUED', data: job.data, deliverables };
  },
});

interface HandOver {
  readonly returnedOn: string;
  readonly receivedBy: string;
}

/** The instruments are back with the client, the documents with them. */
export const handOver = jobAction<MetrologyStatus, MetrologyData, HandOver>({
  name: 'hand-over',
  title: { zh: '归还器具、交付证书', en: 'Return the instruments' },
  role: 'technician',
  from: ['CERT_ISSUED', 'NOTICE_ISSUED'],
  schema: (job) => {
    const today = shanghaiDate(job.openedAt);
    const properties = {
      returnedOn: fields.date({ zh: '归还日期', en: 'Returned on' }, { default: today }),
      receivedBy: fields.text({ zh: '客户接收人', en: 'Received by' }, 50),
    };
    return fields.body(properties, { returnedOn: today, receivedBy: '客户经办人' });
  },
  apply: (job, { returnedOn, receivedBy }, { at }) => {
    assertNotAhead(returnedOn, at, '/returnedOn');
    return { to: 'RETURNED_TO_CLIENT', data: { ...job.data, handover: { on: returnedOn, receivedBy } } };
  },
});
