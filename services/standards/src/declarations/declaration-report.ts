import type { DraftDeliverable } from '@nqi/work';
import { CHECK_COLUMNS, checkRow } from '../checks/check-report.js';
import { signaturesOf, type StandardsView } from '../jobs/standards-job.js';
import { declarationConclusion, type Declaration } from './declaration.js';

/** What was declared, what stood in the way and where it can be read now. */
export function declarationReport(job: StandardsView, declaration: Declaration): DraftDeliverable {
  const { standardNumber, standardName, products, requirements, cited, resolutions, indicators } = declaration;
  const { approval, publication } = declaration;
  const resolutionOf = (gap: string) => resolutions.find((resolved) => resolved.gap === gap)?.resolution ?? '';
  return {
    kind: 'standards-report',
    title: { zh: '企业标准自我声明公开辅导报告', en: 'Enterprise Standard Self-Declaration Report' },
    conclusion: declarationConclusion(declaration),
    sections: [
      {
        heading: '公开信息 Publication',
        fields: [
          ['执行标准 Standard', `${standardNumber} ${standardName}`],
          ['平台公开编号 No.', publication?.platformNo ?? ''],
          ['公开网址 Address', publication?.url ?? ''],
          ['公开日期 Published on', publication?.publishedOn ?? ''],
          ['企业批准人 Approved by', approval?.approvedBy ?? ''],
          ['申请编号 Request', job.requestNo],
        ],
      },
      {
        heading: '产品 Products',
        columns: ['名称', '型号', '分类'],
        rows: products.map(({ name, model, category }) => [name, model, category]),
      },
      {
        heading: '对照检查 Requirements',
        columns: ['要求', '初查', '说明', '处理情况'],
        rows: requirements.map(({ requirement, met, remark }) => [
          requirement,
          met ? '符合' : '不符合',
          remark ?? '',
          resolutionOf(requirement),
        ]),
      },
      ...(cited.length > 0
        ? [{ heading: '规范性引用文件 Normative references', columns: CHECK_COLUMNS, rows: cited.map(checkRow) }]
        : []),
      ...(indicators.length > 0
        ? [
            {
              heading: '公开指标 Indicators',
              columns: ['指标', '指标值', '类别'],
              rows: indicators.map(({ name, value, kind }) => [
                name,
                value,
                kind === 'functional' ? '功能指标' : '性能指标',
              ]),
            },
          ]
        : []),
    ],
    signatures: signaturesOf(job, '辅导 Assisted by'),
  };
}
