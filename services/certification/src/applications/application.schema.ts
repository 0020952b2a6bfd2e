import { addMonths, shanghaiDate } from '@nqi/kernel';
import { fields, type JsonSchema } from '@nqi/work';
import type { CertificationView } from '../jobs/certification-job.js';
import type { FiledScheme } from '../jobs/filed-schemes.js';
import type { SchemeCatalogue } from '../schemes/scheme.js';
import { preconditionsOf, type Application, type AppliedScheme, type Precondition } from './application.js';

const MOST_PEOPLE = 100_000;
const COMPLEXITIES = {
  high: { zh: '高', en: 'High' },
  medium: { zh: '中', en: 'Medium' },
  low: { zh: '低', en: 'Low' },
  limited: { zh: '有限', en: 'Limited' },
};

/** The body of the application review, filled in with what the client filed and with an earlier review. */
export function applicationBody(job: CertificationView, catalogue: SchemeCatalogue): JsonSchema {
  const example = exampleOf(job, catalogue);
  const earlier = job.data.application;
  const rows = job.data.filed.schemes.length;
  const kept = (name: 'address' | 'runningSince' | 'internalAuditOn' | 'managementReviewOn') =>
    earlier && { default: earlier[name] };
  const properties = {
    reviewedOn: fields.date({ zh: '评审日期', en: 'Reviewed on' }, { default: example.reviewedOn }),
    address: fields.text({ zh: '审核地址', en: 'Address' }, 200, kept('address')),
    runningSince: fields.date({ zh: '体系开始运行日期', en: 'System running since' }, kept('runningSince')),
    internalAuditOn: fields.date({ zh: '最近内部审核日期', en: 'Last internal audit' }, kept('internalAuditOn')),
    managementReviewOn: fields.date(
      { zh: '最近管理评审日期', en: 'Last management review' },
      kept('managementReviewOn'),
    ),
    schemes: fields.list(
      { zh: '认证项目与范围', en: 'Schemes and scopes' },
      schemeItem(job.data.filed.schemes),
      { min: rows, max: Math.max(1, rows) },
      { default: job.data.filed.schemes.map((filed) => prefilled(filed, earlier)) },
    ),
    preconditions: fields.list(
      { zh: '受理前提条件', en: 'Preconditions' },
      PRECONDITION,
      { min: example.preconditions.length, max: example.preconditions.length },
      { default: earlier?.preconditions ?? example.preconditions.map(({ item }) => ({ item })) },
    ),
  };
  return fields.body(properties, example);
}

const PRECONDITION = fields.record({
  item: fields.text({ zh: '条件', en: 'Condition' }, 200, { readOnly: true }),
  met: fields.flag({ zh: '满足', en: 'Met' }),
  evidence: fields.text({ zh: '核查依据', en: 'Evidence' }, 300),
});

const schemeItem = (filed: readonly FiledScheme[]): JsonSchema =>
  fields.record(
    {
      scheme: fields.choice(
        { zh: '认证项目', en: 'Scheme' },
        Object.fromEntries(filed.map(({ scheme }) => [scheme.code, scheme.name])),
      ),
      scope: fields.text({ zh: '认证范围', en: 'Scope' }, 300),
      personnel: fields.integer({ zh: '有效人数', en: 'Effective personnel' }, 1, MOST_PEOPLE),
      complexity: fields.choice({ zh: '复杂程度(环境、职业健康安全)', en: 'Complexity (EMS, OHSMS)' }, COMPLEXITIES),
    },
    ['complexity'],
  );

function prefilled({ scheme, personnel }: FiledScheme, earlier: Application | undefined): Partial<AppliedScheme> {
  const written = earlier?.schemes.find((applied) => applied.scheme === scheme.code);
  if (!written) return { scheme: scheme.code, ...(personnel && { personnel }) };
  const { tableDays: _, ...entered } = written;
  return entered;
}

function exampleOf(job: CertificationView, catalogue: SchemeCatalogue): Application {
  const today = shanghaiDate(job.openedAt);
  const codes = job.data.filed.schemes.map(({ scheme }) => scheme.code);
  const met = (item: string): Precondition => ({ item, met: true, evidence: '已查验原件及公示系统' });
  return {
    reviewedOn: today,
    address: '山东省枣庄市(按营业执照住所)',
    runningSince: addMonths(today, -6),
    internalAuditOn: addMonths(today, -2),
    managementReviewOn: addMonths(today, -1),
    schemes: job.data.filed.schemes.map(({ scheme: { code }, personnel = 20 }) => ({
      scheme: code,
      scope: '营业执照范围内产品的生产及相关管理活动',
      personnel,
      ...(catalogue.asksComplexity(code) && { complexity: 'medium' as const }),
    })),
    preconditions: preconditionsOf(codes).map(met),
  };
}
