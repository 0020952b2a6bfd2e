import { fields, jobAction, type JobAction, type Step } from '@nqi/work';
import type { MetrologyData, MetrologyStatus, MetrologyView } from './metrology-job.js';

type Action = JobAction<MetrologyStatus, MetrologyData>;

/** 核验: a second person has gone through the records. */
export const check: Action = jobAction<MetrologyStatus, MetrologyData, { remark?: string }>({
  name: 'check',
  title: { zh: '核验记录', en: 'Check the records' },
  role: 'reviewer',
  from: ['MEASURED'],
  schema: () => fields.body({ remark: fields.text({ zh: '核验意见', en: 'Remark' }, 500) }, {}, ['remark']),
  apply: (job) => ({ to: 'CHECKED', data: { ...job.data, sentBack: undefined } }),
});

const returned = (name: string, title: Action['title'], role: 'reviewer' | 'approver', from: MetrologyStatus): Action =>
  jobAction<MetrologyStatus, MetrologyData, { reason: string }>({
    name,
    title,
    role,
    from: [from],
    schema: () => {
      const reason = fields.text({ zh: '退回原因', en: 'Reason' }, 500);
      return fields.body({ reason }, { reason: '第二组示值与原始记录不一致，请复测' });
    },
    apply: (job, { reason }, { actor }) => measuredAgain(job, actor.name, reason),
  });

export const sendBack = returned('send-back', { zh: '退回复测', en: 'Send back' }, 'reviewer', 'MEASURED');
export const refuse = returned('refuse', { zh: '不予批准', en: 'Refuse approval' }, 'approver', 'CHECKED');

function measuredAgain({ data }: MetrologyView, by: string, reason: string): Step<MetrologyStatus, MetrologyData> {
  const superseded = [...data.superseded, data.results];
  return {
    to: data.way === 'verification' ? 'VERIFYING' : 'CALIBRATING',
    data: { ...data, results: [], superseded, sentBack: { by, reason } },
  };
}
