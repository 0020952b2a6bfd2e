import { shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JobAction } from '@nqi/work';
import {
  assertNotAhead,
  refused,
  takes,
  the,
  type CertificationData,
  type CertificationStatus,
  type CertificationView,
} from '../jobs/certification-job.js';
import { returned } from '../jobs/return.actions.js';
import type { SchemeCatalogue } from '../schemes/scheme.js';
import { applicationBody } from './application.schema.js';
import { obstaclesOf, preconditionsOf, type Application } from './application.js';
import { rejection } from './rejection.js';

type Action = JobAction<CertificationStatus, CertificationData>;

/** 申请评审: what stands in the way keeps the application here, until it is put right or turned down. */
export const reviewApplication = (catalogue: SchemeCatalogue): Action =>
  jobAction<CertificationStatus, CertificationData, Application>({
    name: 'review-application',
    title: { zh: '评审认证申请', en: 'Review the application' },
    role: 'technician',
    from: ['APPLICATION_REVIEW'],
    when: takes('audit'),
    schema: (job) => applicationBody(job, catalogue),
    apply: (job, body, { at }) => {
      assertDates(body, at);
      assertComplete(job, body, catalogue);
      const schemes = body.schemes.map(({ scheme, scope, personnel, complexity }) => ({
        scheme,
        scope,
        personnel,
        complexity,
        tableDays: catalogue.auditDays(scheme, personnel, complexity),
      }));
      const application = { ...body, schemes };
      const to = obstaclesOf(application).length > 0 ? 'APPLICATION_REVIEW' : 'CONTRACT_OFFERED';
      return { to, data: { ...job.data, application, sentBack: undefined } };
    },
  });

function assertDates(body: Application, at: Date): void {
  assertNotAhead(body.reviewedOn, at, '/reviewedOn');
  for (const field of ['runningSince', 'internalAuditOn', 'managementReviewOn'] as const) {
    if (body[field] <= body.reviewedOn) continue;
    throw refused('DATE_AFTER_REVIEW', `/${field}`, {
      zh: '日期不能晚于评审日期',
      en: 'The date lies after the review',
    });
  }
}

function assertComplete(job: CertificationView, body: Application, catalogue: SchemeCatalogue): void {
  const codes = job.data.filed.schemes.map(({ scheme }) => scheme.code);
  const left = codes.find((code) => !body.schemes.some(({ scheme }) => scheme === code));
  if (left) throw refused('SCHEME_LEFT_OUT', '/schemes', { zh: `未评审：${left}`, en: `Not reviewed: ${left}` });
  const bare = body.schemes.findIndex(({ scheme, complexity }) => !complexity && catalogue.asksComplexity(scheme));
  if (bare >= 0) {
    throw refused('COMPLEXITY_MISSING', `/schemes/${bare}/complexity`, {
      zh: '该体系的审核人日按复杂程度计算，请选择',
      en: 'Audit days of this scheme depend on the complexity',
    });
  }
  const unjudged = preconditionsOf(codes).find((wanted) => !body.preconditions.some(({ item }) => item === wanted));
  if (unjudged) {
    throw refused('PRECONDITION_LEFT_OUT', '/preconditions', {
      zh: `未判断：${unjudged}`,
      en: `Not judged: ${unjudged}`,
    });
  }
}

/** 不予受理, possible only for what the review found. */
export const rejectApplication: Action = jobAction<CertificationStatus, CertificationData, unknown>({
  name: 'reject-application',
  title: { zh: '不予受理并出具决定', en: 'Turn the application down' },
  role: 'approver',
  from: ['APPLICATION_REVIEW'],
  when: ({ data }) => data.application !== undefined && obstaclesOf(data.application).length > 0,
  schema: () => fields.body({}, {}),
  apply: (job) => ({
    to: 'REJECTED',
    data: job.data,
    deliverables: [rejection(job, the(job.data.application, 'a review'))],
  }),
});

/** The client signs; fees go to the certification body and never through the platform. */
export const acceptContract: Action = jobAction<CertificationStatus, CertificationData, { acceptedBy: string }>({
  name: 'accept-contract',
  title: { zh: '确认认证合同', en: 'Accept the contract' },
  role: 'client',
  from: ['CONTRACT_OFFERED'],
  schema: () => {
    const properties = {
      acceptedBy: fields.text({ zh: '确认人(法定代表人或授权人)', en: 'Accepted by' }, 50),
      agreed: fields.flag(
        {
          zh: '确认认证项目、范围和人数属实，认证费用由本单位直接支付给认证机构',
          en: 'Schemes, scopes and personnel are true; fees are paid directly to the certification body',
        },
        { const: true },
      ),
    };
    return fields.body(properties, { acceptedBy: '法定代表人', agreed: true });
  },
  apply: (job, { acceptedBy }, { at }) => ({
    to: 'CONTRACTED',
    data: { ...job.data, contract: { acceptedBy, on: shanghaiDate(at) } },
  }),
});

export const requestChanges = returned({
  name: 'request-changes',
  title: { zh: '要求修改合同内容', en: 'Ask for changes' },
  role: 'client',
  from: ['CONTRACT_OFFERED'],
  to: () => 'APPLICATION_REVIEW',
});
