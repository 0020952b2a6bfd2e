import type { DocumentSection } from '@nqi/documents';
import type { DraftDeliverable } from '@nqi/work';
import { applicationSections, nameOfScheme } from '../applications/application-sections.js';
import { isClosed, type Nonconformity } from '../audits/nonconformity.js';
import { auditorsOf, onSiteDays, type AuditPlan } from '../audits/plan.js';
import { the, type CertificationView } from '../jobs/certification-job.js';
import { decisionConclusion, surveillanceDates, validUntil, type SchemeDecision } from './decision.js';

/** 认证决定书: the whole file in short, and the reasons of every refusal. */
export function decisionDocument(
  job: CertificationView,
  decisions: readonly SchemeDecision[],
  decidedOn: string,
): DraftDeliverable {
  const { application, plan, stage1, stage2, nonconformities } = job.data;
  return {
    kind: 'certification-decision',
    title: { zh: '认证决定书', en: 'Certification Decision' },
    conclusion: decisionConclusion(decisions, (scheme) => nameOfScheme(job, scheme)),
    sections: [
      ...applicationSections(job, the(application, 'an application')),
      ...planSections(job, the(plan, 'a plan')),
      {
        heading: '审核实施 Audit',
        fields: [
          ['第一阶段结束 Stage 1', stage1?.concludedOn ?? ''],
          ['第二阶段结束 Stage 2', stage2?.concludedOn ?? '未进行'],
          ['审核覆盖 Audited', stage2?.audited ?? ''],
        ],
      },
      ...nonconformitySections(nonconformities),
      {
        heading: '认证决定 Decision',
        columns: ['认证项目', '决定', '理由'],
        rows: decisions.map(({ scheme, granted, reasons }) => [
          nameOfScheme(job, scheme),
          granted ? '准予认证' : '不予认证',
          granted ? '审核完成，不符合项已按要求关闭' : reasons.join('；'),
        ]),
      },
      { heading: '决定日期 Decided on', text: decidedOn },
    ],
    signatures: signaturesOf(job),
  };
}

/** A certificate of one scheme. */
export function certificateOf(
  job: CertificationView,
  code: string,
  issuedOn: string,
  officialNumber: string | undefined,
): DraftDeliverable {
  const application = the(job.data.application, 'an application');
  const { scheme } = the(
    job.data.filed.schemes.find((filed) => filed.scheme.code === code),
    'the scheme certified',
  );
  const scope = application.schemes.find((applied) => applied.scheme === code)?.scope ?? '';
  const until = validUntil(scheme, issuedOn);
  const surveillance = surveillanceDates(scheme, issuedOn);
  return {
    kind: 'certification-certificate',
    title: { zh: `${scheme.name.zh}证书`, en: `${scheme.name.en} Certificate` },
    conclusion: `符合 ${scheme.standard} 要求`,
    ...(until && { validUntil: until }),
    sections: [
      {
        heading: '获证组织 Holder',
        fields: [
          ['名称 Name', job.enterpriseName],
          ['统一社会信用代码 USCC', job.enterpriseUscc],
          ['审核地址 Address', application.address],
        ],
      },
      {
        heading: '认证 Certification',
        fields: [
          ['认证依据 Standard', scheme.standard],
          ...(scheme.rule ? [['认证规则 Rule', scheme.rule] as const] : []),
          ['认证范围 Scope', scope],
          ['发证日期 Issued on', issuedOn],
          ['有效期至 Valid until', until ?? '长期'],
          ...(officialNumber ? [['认证机构证书编号 Number of the body', officialNumber] as const] : []),
        ],
      },
      ...surveillanceSections(surveillance, until),
      { text: '本证书的有效状态以全国认证认可信息公共服务平台(cx.cnca.cn)公布的为准，须按期接受监督审核。' },
    ],
    signatures: signaturesOf(job),
  };
}

function surveillanceSections(dates: readonly string[], until: string | undefined): DocumentSection[] {
  if (dates.length === 0 || until === undefined) return [];
  return [
    {
      heading: '监督与再认证 Surveillance',
      columns: ['事项', '最迟日期'],
      rows: [
        ...dates.map((date, index) => [`第${index + 1}次监督审核`, date]),
        ['再认证现场审核(逾期按初次认证)', until],
      ],
    },
  ];
}

function planSections(job: CertificationView, plan: AuditPlan): DocumentSection[] {
  return [
    {
      heading: '审核组 Audit team',
      fields: [
        ['组长 Leader', plan.leader],
        ['成员 Members', plan.members.map(({ name }) => name).join('、')],
        ['审核员人数 Auditors', String(auditorsOf(plan))],
      ],
    },
    {
      heading: '审核人日 Person-days',
      columns: ['认证项目', '基准', '依据', '总人日', '现场人日', '减少理由'],
      rows: plan.days.map((days) => [
        nameOfScheme(job, days.scheme),
        days.baseDays,
        days.baseRule,
        days.totalDays,
        onSiteDays(days).toFixed(),
        days.reason ?? '',
      ]),
    },
  ];
}

function nonconformitySections(nonconformities: readonly Nonconformity[]): DocumentSection[] {
  if (nonconformities.length === 0) return [];
  return [
    {
      heading: '不符合项 Nonconformities',
      columns: ['序号', '条款', '级别', '不符合事实', '原因', '纠正措施', '状态'],
      rows: nonconformities.map((found) => [
        String(found.no),
        found.clause,
        found.grade === 'major' ? '严重' : '一般',
        found.description,
        found.answer?.cause ?? '',
        found.answer?.action ?? '',
        stateOf(found),
      ]),
    },
  ];
}

function stateOf(found: Nonconformity): string {
  if (!isClosed(found)) return '未关闭';
  return found.verification?.outcome === 'verified' ? '已验证有效' : '已接受整改计划';
}

/** Those who audited, reviewed the file and decided. */
const signaturesOf = ({ people }: CertificationView) => [
  { role: '审核组长 Lead auditor', name: people.technician?.name ?? '' },
  { role: '复核 Reviewed by', name: people.reviewer?.name ?? '' },
  { role: '认证决定 Decided by', name: people.approver?.name ?? '' },
];
