import type { LocalizedText } from '@nqi/kernel';
import type { RequestStatus } from '../requests/request-status.js';

/** What happens next, in words for somebody who holds no more than the receipt. */
export const NEXT_STEPS: Readonly<Record<RequestStatus, LocalizedText>> = {
  SUBMITTED: {
    zh: '等待工作站受理，一般不超过 1 个工作日。',
    en: 'A workstation will accept it, usually within one working day.',
  },
  IN_PROGRESS: { zh: '正在办理，请留意承诺办结时间。', en: 'It is being worked on; see the promised date.' },
  RETURNED: {
    zh: '需要申请人补正材料：请登录平台或联系受理工作站，补齐后继续办理。',
    en: 'The applicant must complete it: sign in or call the workstation; work goes on after that.',
  },
  COMPLETED: {
    zh: '已办结：登录平台下载证书报告，或到受理工作站领取。',
    en: 'Done: sign in to download the documents, or fetch them from the workstation.',
  },
  CANCELLED: { zh: '已终止，无需再做什么。', en: 'It has ended; nothing more is to be done.' },
};
