import { fields, jobAction, type JobAction } from '@nqi/work';
import type { CertificationData, CertificationStatus, CertificationView } from './certification-job.js';

type Action = JobAction<CertificationStatus, CertificationData>;

interface Return extends Pick<Action, 'name' | 'title' | 'role' | 'from' | 'when'> {
  readonly to: (job: CertificationView) => CertificationStatus;
  /** What of the data does not hold any more. */
  readonly without?: (data: CertificationData) => CertificationData;
}

/** The work goes back, with a reason. */
export const returned = ({ to, without = (data) => data, ...action }: Return): Action =>
  jobAction<CertificationStatus, CertificationData, { reason: string }>({
    ...action,
    schema: () => {
      const reason = fields.text({ zh: '原因', en: 'Reason' }, 500);
      return fields.body({ reason }, { reason: '请核对后重新提交' });
    },
    apply: (job, { reason }, { actor }) => ({
      to: to(job),
      data: { ...without(job.data), sentBack: { by: actor.name, reason } },
    }),
  });
