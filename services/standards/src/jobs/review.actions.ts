import { fields, jobAction, type JobAction, type StaffRole } from '@nqi/work';
import { takes, type StandardsData, type StandardsStatus, type Way } from './standards-job.js';

type Action = JobAction<StandardsStatus, StandardsData>;

interface Passing {
  readonly name: string;
  readonly title: Action['title'];
  readonly way: Way;
  readonly from: StandardsStatus;
  readonly to: StandardsStatus;
}

/** A second person has gone through the work and lets it pass. */
export const reviewed = ({ name, title, way, from, to }: Passing): Action =>
  jobAction<StandardsStatus, StandardsData, { remark?: string }>({
    name,
    title,
    role: 'reviewer',
    from: [from],
    when: takes(way),
    schema: () => fields.body({ remark: fields.text({ zh: '审核意见', en: 'Remark' }, 500) }, {}, ['remark']),
    apply: (job) => ({ to, data: { ...job.data, sentBack: undefined } }),
  });

/** The work goes back to whoever did it, with a reason. */
export const returned = (role: StaffRole | 'client', { name, title, way, from, to }: Passing): Action =>
  jobAction<StandardsStatus, StandardsData, { reason: string }>({
    name,
    title,
    role,
    from: [from],
    when: takes(way),
    schema: () => {
      const reason = fields.text({ zh: '退回原因', en: 'Reason' }, 500);
      return fields.body({ reason }, { reason: '请核对后重新提交' });
    },
    apply: (job, { reason }, { actor }) => ({ to, data: { ...job.data, sentBack: { by: actor.name, reason } } }),
  });
