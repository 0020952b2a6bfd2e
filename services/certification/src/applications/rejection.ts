import type { DraftDeliverable } from '@nqi/work';
import type { CertificationView } from '../jobs/certification-job.js';
import { obstaclesOf, type Application } from './application.js';
import { applicationSections } from './application-sections.js';

/** 不予受理决定书: every reason the review found. */
export function rejection(job: CertificationView, application: Application): DraftDeliverable {
  const obstacles = obstaclesOf(application);
  const { technician, approver } = job.people;
  return {
    kind: 'certification-decision',
    title: { zh: '认证申请不予受理决定书', en: 'Rejection of Application' },
    conclusion: `不予受理：${obstacles.length}项条件不满足`,
    sections: [
      ...applicationSections(job, application),
      {
        heading: '不予受理原因 Reasons',
        text: obstacles.map((reason, index) => `${index + 1}. ${reason}`).join('\n'),
      },
      { text: '上述情形消除后可重新提出申请。' },
    ],
    signatures: [
      { role: '评审 Reviewed by', name: technician?.name ?? '' },
      { role: '批准 Approved by', name: approver?.name ?? '' },
    ],
  };
}
