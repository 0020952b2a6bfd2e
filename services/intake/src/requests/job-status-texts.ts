import type { LocalizedText } from '@nqi/kernel';

/** Words for the states of the four domains' jobs. The states are the domains' own; an unknown one is shown as it is. */
const TEXTS: Readonly<Record<string, LocalizedText>> = {
  // Metrology.
  APPOINTMENT_ACCEPTED: { zh: '已接受预约', en: 'appointment accepted' },
  RECEIVED: { zh: '已收样', en: 'instruments received' },
  ONSITE_SCHEDULED: { zh: '已安排上门', en: 'visit scheduled' },
  VERIFYING: { zh: '检定中', en: 'under verification' },
  CALIBRATING: { zh: '校准中', en: 'under calibration' },
  MEASURED: { zh: '测量已完成', en: 'measured' },
  CHECKED: { zh: '已核验', en: 'checked' },
  CERT_ISSUED: { zh: '证书已出具', en: 'certificate issued' },
  NOTICE_ISSUED: { zh: '结果通知书已出具', en: 'result notice issued' },
  RETURNED_TO_CLIENT: { zh: '器具已交还', en: 'instruments handed back' },
  // Standards.
  INTAKE: { zh: '已接件', en: 'taken in' },
  LOOKED_UP: { zh: '已查新', en: 'looked up' },
  CONFIRMED: { zh: '查新结果已确认', en: 'result confirmed' },
  CHECK_REVIEWED: { zh: '查新报告已审核', en: 'report reviewed' },
  CHECK_ISSUED: { zh: '查新报告已出具', en: 'report issued' },
  GAP_CHECK: { zh: '标准文本检查中', en: 'text being checked' },
  DRAFT_REVIEW: { zh: '标准草案审查中', en: 'draft under review' },
  ENTERPRISE_APPROVED: { zh: '企业已批准标准', en: 'approved by the enterprise' },
  PUBLISHED_ON_PLATFORM: { zh: '已在平台公开', en: 'published on the platform' },
  PUBLICATION_REVIEWED: { zh: '公开信息已复核', en: 'publication reviewed' },
  COMPARED: { zh: '已比对', en: 'compared' },
  COMPARISON_REVIEWED: { zh: '比对报告已审核', en: 'comparison reviewed' },
  COMPARISON_ISSUED: { zh: '比对报告已出具', en: 'comparison issued' },
  CLOSED: { zh: '已结束', en: 'closed' },
  // Testing.
  CONTRACT_REVIEW: { zh: '合同评审中', en: 'contract under review' },
  CONTRACT_OFFERED: { zh: '合同待企业确认', en: 'contract offered' },
  CONTRACT_SIGNED: { zh: '合同已签订', en: 'contract signed' },
  SAMPLE_RECEIVED: { zh: '已收样', en: 'samples received' },
  SAMPLE_REJECTED: { zh: '样品不符合要求', en: 'samples rejected' },
  TASK_ASSIGNED: { zh: '任务已下达', en: 'task assigned' },
  TESTING: { zh: '检测中', en: 'under test' },
  DATA_REVIEW: { zh: '数据审核中', en: 'data under review' },
  REPORT_CHECKED: { zh: '报告已审核', en: 'report checked' },
  ISSUED: { zh: '已出具', en: 'issued' },
  DELIVERED: { zh: '已交付', en: 'delivered' },
  // Certification.
  APPLICATION_REVIEW: { zh: '申请评审中', en: 'application under review' },
  REJECTED: { zh: '申请未通过', en: 'application rejected' },
  CONTRACTED: { zh: '合同已签订', en: 'contract signed' },
  AUDIT_PLANNED: { zh: '审核计划已定', en: 'audit planned' },
  DOC_REVIEW: { zh: '文件评审中', en: 'documents under review' },
  STAGE1: { zh: '第一阶段审核', en: 'stage 1 audit' },
  STAGE1_ISSUES: { zh: '第一阶段问题整改中', en: 'stage 1 issues open' },
  STAGE2: { zh: '第二阶段审核', en: 'stage 2 audit' },
  NC_OPEN: { zh: '不符合项整改中', en: 'nonconformities open' },
  NC_CLOSED: { zh: '不符合项已关闭', en: 'nonconformities closed' },
  DECISION: { zh: '认证决定中', en: 'decision pending' },
  CERTIFIED: { zh: '准予认证', en: 'certified' },
  REFUSED: { zh: '不予认证', en: 'refused' },
  // Advice, in every domain.
  ADVICE_DRAFTED: { zh: '意见书已编制', en: 'advice drafted' },
  ADVICE_REVIEWED: { zh: '意见书已审核', en: 'advice reviewed' },
  ADVICE_ISSUED: { zh: '意见书已出具', en: 'advice issued' },
};

export function jobStatusText(status: string): LocalizedText {
  return (Object.hasOwn(TEXTS, status) && TEXTS[status]) || { zh: status, en: status };
}
