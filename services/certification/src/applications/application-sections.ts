import type { DocumentSection } from '@nqi/documents';
import type { CertificationView } from '../jobs/certification-job.js';
import type { Application } from './application.js';

export const nameOfScheme = (job: CertificationView, code: string): string =>
  job.data.filed.schemes.find(({ scheme }) => scheme.code === code)?.scheme.name.zh ?? code;

/** What was applied for and how the preconditions stood, as every decision shows it. */
export const applicationSections = (job: CertificationView, application: Application): DocumentSection[] => [
  {
    heading: '申请 Application',
    fields: [
      ['申请编号 Request', job.requestNo],
      ['任务编号 Job', job.jobNo],
      ['统一社会信用代码 USCC', job.enterpriseUscc],
      ['审核地址 Address', application.address],
      ['评审日期 Reviewed on', application.reviewedOn],
      ['体系运行起始日期 Running since', application.runningSince],
      ['内部审核 Internal audit', application.internalAuditOn],
      ['管理评审 Management review', application.managementReviewOn],
    ],
  },
  {
    heading: '认证项目 Schemes',
    columns: ['认证项目', '认证依据', '认证范围', '有效人数'],
    rows: application.schemes.map(({ scheme, scope, personnel }) => [
      nameOfScheme(job, scheme),
      job.data.filed.schemes.find((filed) => filed.scheme.code === scheme)?.scheme.standard ?? '',
      scope,
      String(personnel),
    ]),
  },
  {
    heading: '受理前提条件 Preconditions',
    columns: ['序号', '条件', '结果', '核查依据'],
    rows: application.preconditions.map(({ item, met, evidence }, index) => [
      String(index + 1),
      item,
      met ? '满足' : '不满足',
      evidence,
    ]),
  },
];
