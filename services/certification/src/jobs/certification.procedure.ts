import { adviceActions, type JobFacts, type Procedure } from '@nqi/work';
import {
  acceptContract,
  rejectApplication,
  requestChanges,
  reviewApplication,
} from '../applications/application.actions.js';
import { answerNonconformities, repeatStage2, verifyNonconformities } from '../audits/nonconformity.actions.js';
import { planAudit, replan } from '../audits/plan.action.js';
import { recordStage1, recordStage2, resolveStage1 } from '../audits/stages.actions.js';
import { decideCertification, returnFile, reviewFile, submitUnresolved } from '../decisions/decision.actions.js';
import type { SchemeCatalogue } from '../schemes/scheme.js';
import { MOVES, takes, type CertificationData, type CertificationStatus } from './certification-job.js';
import { filedSchemes } from './filed-schemes.js';
import { topicsOf, wayOf } from './ways.js';

/** How a certification body works on one ticket. */
export const certificationProcedure = (
  catalogue: SchemeCatalogue,
): Procedure<CertificationStatus, CertificationData> => ({
  domain: 'certification',
  moves: MOVES,
  initial: 'APPLICATION_REVIEW',
  final: ['CERTIFIED', 'REFUSED', 'REJECTED', 'ADVICE_ISSUED'],
  actions: [
    reviewApplication(catalogue),
    acceptContract,
    planAudit,
    recordStage1,
    resolveStage1,
    recordStage2,
    answerNonconformities,
    verifyNonconformities,
    reviewFile,
    decideCertification,
    ...advice,
    rejectApplication,
    requestChanges,
    replan,
    repeatStage2,
    submitUnresolved,
    returnFile,
  ],
  open: (form: unknown, facts: JobFacts): CertificationData => {
    const filed = filedSchemes(form, catalogue);
    return { way: wayOf(facts.serviceCode, filed), filed, nonconformities: [], superseded: [] };
  },
});

const advice = adviceActions<CertificationStatus, CertificationData>({
  states: {
    from: 'APPLICATION_REVIEW',
    drafted: 'ADVICE_DRAFTED',
    reviewed: 'ADVICE_REVIEWED',
    issued: 'ADVICE_ISSUED',
  },
  when: takes('advice'),
  topics: ({ serviceCode }) => topicsOf(serviceCode),
  subjects: ({ data: { filed } }) => [
    ...(filed.note ? [{ heading: '委托说明 Request', text: filed.note }] : []),
    ...(filed.schemes.length > 0
      ? [
          {
            heading: '涉及认证 Schemes',
            columns: ['代码', '认证项目', '认证依据', '认证规则', '证书有效期(年)', '监督间隔(月)'],
            rows: filed.schemes.map(({ scheme }) => [
              scheme.code,
              scheme.name.zh,
              scheme.standard,
              scheme.rule ?? '',
              scheme.validityYears === undefined ? '长期' : String(scheme.validityYears),
              scheme.surveillanceMonths === undefined ? '' : String(scheme.surveillanceMonths),
            ]),
          },
        ]
      : []),
    ...(filed.unknown.length > 0 ? [{ heading: '目录外的认证 Others', text: filed.unknown.join('、') }] : []),
  ],
});
