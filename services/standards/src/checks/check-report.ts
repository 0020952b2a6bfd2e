import type { DraftDeliverable } from '@nqi/work';
import { signaturesOf, type Check, type StandardsView } from '../jobs/standards-job.js';
import { STATUS_NAMES, VERDICT_NAMES, checkConclusion, type CheckedStandard } from './check.js';

export const CHECK_COLUMNS = ['序号', '引用标准', '标准名称', '状态', '实施日期', '代替标准', '核查结论', '说明'];

/** 查新报告: what was looked up, on which day, where, and by whom. */
export function checkReport(job: StandardsView, { checkedOn, source, rows }: Check): DraftDeliverable {
  return {
    kind: 'validity-report',
    title: { zh: '标准查新报告', en: 'Standards Validity Report' },
    conclusion: checkConclusion(rows),
    sections: [
      {
        heading: '核查信息 Check',
        fields: [
          ['核查基准日 As of', checkedOn],
          ['数据来源 Source', source],
          ['核查人 Checked by', job.people.technician?.name ?? ''],
          ['申请编号 Request', job.requestNo],
          ['任务编号 Job', job.jobNo],
        ],
      },
      { heading: '核查结果 Results', columns: CHECK_COLUMNS, rows: rows.map(checkRow) },
      {
        text:
          '状态按核查基准日由标准的实施、代替和废止日期得出。注日期引用被代替标准的，应评估是否换用代替标准；' +
          '强制性标准以现行版本为准。',
      },
    ],
    signatures: signaturesOf(job, '核查 Checked by'),
  };
}

export function checkRow(row: CheckedStandard): string[] {
  const evidence = row.evidence && `人工核实：${row.evidence}`;
  return [
    String(row.row),
    row.cited === row.number ? row.cited : `${row.cited} → ${row.number}`,
    row.title ?? '',
    STATUS_NAMES[row.status].zh,
    row.implementedOn ?? '',
    row.replacement ?? '',
    VERDICT_NAMES[row.verdict].zh,
    [row.remark, evidence, row.note].filter(Boolean).join('；'),
  ];
}
