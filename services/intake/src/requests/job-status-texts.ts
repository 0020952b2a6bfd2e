import type { LocalizedText } from '@nqi/kernel';

/** Words for the states of the four domains' jobs (their own code is their own; an unknown one is shown as it is). */
const TEXTS: Readonly<Record<string, LocalizedText>> = {
  OPENED: { zh: '已立项', en: 'opened' },
  APPOINTED: { zh: '已预约', en: 'appointed' },
  RECEIVED: { zh: '已收样', en: 'items received' },
  SAMPLE_RECEIVED: { zh: '已收样', en: 'samples received' },
  SAMPLE_REJECTED: { zh: '样品不符合要求', en: 'samples rejected' },
  ONSITE_SCHEDULED: { zh: '已安排上门', en: 'visit scheduled' },
  CONTRACT_REVIEW: { zh: '合同评审中', en: 'contract under review' },
  CONTRACT_SIGNED: { zh: '合同已签订', en: 'contract signed' },
  CONTRACTED: { zh: '合同已签订', en: 'contract signed' },
  TASK_ASSIGNED: { zh: '任务已下达', en: 'task assigned' },
  VERIFYING: { zh: '检定/校准中', en: 'under verification or calibration' },
  TESTING: { zh: '检测中', en: 'under test' },
  CHECKING: { zh: '核验中', en: 'being checked' },
  CHECKED: { zh: '已核验', en: 'checked' },
  REVIEWED: { zh: '已审核', en: 'reviewed' },
  DATA_REVIEW: { zh: '数据审核中', en: 'data under review' },
  REPORT_DRAFT: { zh: '报告编制中', en: 'report being written' },
  REPORT_DRAFTED: { zh: '报告已编制', en: 'report written' },
  REPORT_CHECKED: { zh: '报告已审核', en: 'report checked' },
  REPORT_APPROVED: { zh: '报告已批准', en: 'report approved' },
  APPROVED: { zh: '已批准', en: 'approved' },
  ISSUED: { zh: '已出具', en: 'issued' },
  CERT_ISSUED: { zh: '证书已出具', en: 'certificate issued' },
  NOTICE_ISSUED: { zh: '结果通知书已出具', en: 'result notice issued' },
  APPLICATION_REVIEW: { zh: '申请评审中', en: 'application under review' },
  AUDIT_PLANNED: { zh: '审核计划已定', en: 'audit planned' },
  DOC_REVIEW: { zh: '文件评审中', en: 'documents under review' },
  STAGE1: { zh: '第一阶段审核', en: 'stage 1 audit' },
  STAGE2: { zh: '第二阶段审核', en: 'stage 2 audit' },
  NC_OPEN: { zh: '不符合项整改中', en: 'nonconformities open' },
  NC_CLOSED: { zh: '不符合项已关闭', en: 'nonconformities closed' },
  DECISION: { zh: '认证决定中', en: 'decision pending' },
  CERTIFIED: { zh: '准予认证', en: 'certified' },
  REFUSED: { zh: '不予认证', en: 'refused' },
  DELIVERED: { zh: '已交付', en: 'delivered' },
  COMPLETED: { zh: '已完成', en: 'completed' },
  CANCELLED: { zh: '已终止', en: 'stopped' },
};

export function jobStatusText(status: string): LocalizedText {
  return (Object.hasOwn(TEXTS, status) && TEXTS[status]) || { zh: status, en: status };
}
