import { BOOKING_RULES } from './booking-rules.js';
import { DEMAND_RULES } from './demand-rules.js';
import { QUALIFICATION_RULES } from './qualification-rules.js';
import { QUOTE_RULES } from './quote-rules.js';
import { REFERRAL_RULES } from './referral-rules.js';
import type { Rule } from './rule.js';
import { VOUCHER_RULES } from './voucher-rules.js';

/** Every notification the system sends, by event. What is not here nobody is told; open pages still hear of it. */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  ...REFERRAL_RULES,
  ...BOOKING_RULES,
  ...QUALIFICATION_RULES,
  ...QUOTE_RULES,
  ...VOUCHER_RULES,
  ...DEMAND_RULES,
  RequestFiled: [
    {
      to: 'enterprise',
      kind: 'request-filed',
      subject: 'request',
      title: { zh: '申请 {requestNo} 已提交', en: 'Request {requestNo} is filed' },
      body: {
        zh: '共 {count} 项服务，正在为您分派服务工作站。',
        en: 'Services asked for: {count}. They are on their way to your service station.',
      },
    },
  ],
  TicketRouted: [
    {
      to: 'office',
      kind: 'ticket-routed',
      subject: 'ticket',
      title: { zh: '{urgent}新工单 {ticketNo}', en: '{urgent}New ticket {ticketNo}' },
      body: {
        zh: '{enterprise}申请“{service}”，请于 {acceptDue} 前受理。',
        en: '{enterprise} asks for “{service}”. Please accept by {acceptDue}.',
      },
    },
  ],
  TicketChoiceDue: [
    {
      to: 'enterprise',
      kind: 'ticket-choice-due',
      subject: 'request',
      title: { zh: '申请 {requestNo} 请选择承办机构', en: 'Request {requestNo}: please choose who performs it' },
      body: {
        zh: '“{service}”的承办机构由您选择，请在申请页面从推荐名单中选定。',
        en: 'Who performs “{service}” is your choice. Please pick one from the list on the page of the request.',
      },
    },
  ],
  TicketInstitutionChosen: [
    {
      to: 'office',
      kind: 'ticket-institution-chosen',
      subject: 'ticket',
      title: { zh: '工单 {ticketNo} 已选定承办机构', en: 'Ticket {ticketNo}: an institution was chosen' },
      body: {
        zh: '{enterprise}的“{service}”由{institution}承办，请受理。',
        en: '{institution} is to perform “{service}” for {enterprise}. Please accept it.',
      },
    },
  ],
  TicketTransferred: [
    {
      to: 'office',
      kind: 'ticket-transferred-in',
      subject: 'ticket',
      title: { zh: '转入工单 {ticketNo}', en: 'Ticket {ticketNo} was transferred to you' },
      body: {
        zh: '{enterprise}申请“{service}”，由 {fromNode} 转来。原因：{reason}',
        en: '{enterprise} asks for “{service}”; it comes from {fromNode}. Reason: {reason}',
      },
    },
  ],
  TicketAccepted: [
    {
      to: 'enterprise',
      kind: 'ticket-accepted',
      subject: 'request',
      title: { zh: '申请 {requestNo} 已受理', en: 'Request {requestNo} was accepted' },
      body: {
        zh: '“{service}”已受理{performer}，预计 {completeDue} 前办结。',
        en: '“{service}” was accepted{performer} and should be done by {completeDue}.',
      },
    },
    {
      to: 'institution',
      kind: 'ticket-accepted-for-you',
      subject: 'ticket',
      title: { zh: '{urgent}新任务 {ticketNo}', en: '{urgent}New work: {ticketNo}' },
      body: {
        zh: '{enterprise}申请“{service}”，请于 {completeDue} 前完成。',
        en: '{enterprise} asks for “{service}”. It is due by {completeDue}.',
      },
    },
  ],
  TicketInstitutionReplaced: [
    {
      to: 'enterprise',
      kind: 'ticket-institution-replaced',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的承办机构已更换', en: 'Request {requestNo}: another institution does the work' },
      body: {
        zh: '“{service}”改由{institution}承办，办结时限不变。原因：{reason}',
        en: '{institution} now performs “{service}”; what was promised stays. Reason: {reason}',
      },
    },
    {
      to: 'institution',
      kind: 'ticket-replaced-to-you',
      subject: 'ticket',
      title: { zh: '改派任务 {ticketNo}', en: 'Work given to you: {ticketNo}' },
      body: {
        zh: '{enterprise}的“{service}”由{fromInstitution}改派贵机构。原因：{reason}',
        en: '“{service}” for {enterprise} passes from {fromInstitution} to you. Reason: {reason}',
      },
    },
    {
      to: 'formerInstitution',
      kind: 'ticket-replaced-from-you',
      subject: 'job',
      title: { zh: '任务 {ticketNo} 已改派', en: 'Work {ticketNo} was given to others' },
      body: {
        zh: '{enterprise}的“{service}”改由{institution}承办，贵机构的作业到此为止，已签发的文书仍然有效。原因：{reason}',
        en: '{institution} now performs “{service}” for {enterprise}; your job ends here, and what you issued stays valid. Reason: {reason}',
      },
    },
  ],
  TicketReturned: [
    {
      to: 'enterprise',
      kind: 'ticket-returned',
      subject: 'request',
      title: { zh: '申请 {requestNo} 需要补正', en: 'Request {requestNo} needs correction' },
      body: { zh: '“{service}”需要补正：{missing}', en: '“{service}” needs correction: {missing}' },
    },
  ],
  TicketUrged: [
    {
      to: 'office',
      kind: 'ticket-urged',
      subject: 'ticket',
      title: { zh: '企业催办工单 {ticketNo}', en: 'Ticket {ticketNo} is urged' },
      body: {
        zh: '{enterprise}催办“{service}”(第 {times} 次)。{said}',
        en: '{enterprise} asks you to hurry with “{service}” (number {times}).{said}',
      },
    },
  ],
  TicketSlaAtRisk: [
    {
      to: 'office',
      kind: 'ticket-at-risk',
      subject: 'ticket',
      title: { zh: '工单 {ticketNo} 即将超时', en: 'Ticket {ticketNo} is close to its limit' },
      body: {
        zh: '{enterprise}“{service}”的{clock}时限为 {due}，已用去五分之四。',
        en: 'The time for {clock} of “{service}” for {enterprise} ends at {due}; four fifths of it are used.',
      },
    },
  ],
  TicketSlaBreached: [
    {
      to: 'office',
      kind: 'ticket-breached',
      subject: 'ticket',
      title: { zh: '工单 {ticketNo} 已超时', en: 'Ticket {ticketNo} is overdue' },
      body: {
        zh: '{enterprise}“{service}”的{clock}时限 {due} 已过。',
        en: 'The time for {clock} of “{service}” for {enterprise} ended at {due}.',
      },
    },
  ],
  TicketRungReached: [
    {
      to: 'told',
      kind: 'ticket-escalated',
      subject: 'ticket',
      title: { zh: '督办工单 {ticketNo}', en: 'Ticket {ticketNo} needs attention' },
      body: {
        zh: '{enterprise}“{service}”的{clock}已逾期。{outcome}。',
        en: '“{service}” for {enterprise}: the time for {clock} is over. {outcome}',
      },
    },
    {
      to: 'enterprise',
      kind: 'return-reminder',
      subject: 'request',
      title: { zh: '申请 {requestNo} 仍待您补正', en: 'Request {requestNo} still waits for your correction' },
      body: { zh: '“{service}”请补齐：{missing}', en: '“{service}” still lacks: {missing}' },
    },
    {
      to: 'chooser',
      kind: 'choice-reminder',
      subject: 'request',
      title: { zh: '申请 {requestNo} 仍待您选择承办机构', en: 'Request {requestNo} still waits for your choice' },
      body: {
        zh: '请为“{service}”从推荐名单中选定承办机构，选定后服务站即可受理。',
        en: 'Please choose who performs “{service}”; the office accepts it once you have.',
      },
    },
  ],
  TicketPromiseChanged: [
    {
      to: 'enterprise',
      kind: 'promise-changed',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的时限已调整', en: 'The promise for request {requestNo} has changed' },
      body: { zh: '“{service}”现应于 {completeDue} 前办结。', en: '“{service}” is now due by {completeDue}.' },
    },
    {
      to: 'office',
      kind: 'ticket-limits-changed',
      subject: 'ticket',
      title: { zh: '工单 {ticketNo} 的时限已调整', en: 'The limits of ticket {ticketNo} have changed' },
      body: { zh: '受理 {acceptDue}，办结 {completeDue}。', en: 'Accept by {acceptDue}, complete by {completeDue}.' },
    },
  ],
  DeliverableIssued: [
    {
      to: 'enterprise',
      kind: 'deliverable-issued',
      subject: 'request',
      title: { zh: '{title}已出具', en: '{title} was issued' },
      body: {
        zh: '编号 {number}。{conclusion}可在申请页面下载，并凭编号验真。',
        en: 'Number {number}. {conclusion}It can be downloaded from the request and verified by its number.',
      },
    },
  ],
  JobCompleted: [
    {
      to: 'office',
      kind: 'job-completed',
      subject: 'ticket',
      title: { zh: '任务 {jobNo} 已完成', en: 'Job {jobNo} is completed' },
      body: { zh: '机构已完成工作并交付：{numbers}', en: 'The institution has done its work and delivered: {numbers}' },
    },
  ],
  RequestCompleted: [
    {
      to: 'enterprise',
      kind: 'request-completed',
      subject: 'request',
      title: { zh: '申请 {requestNo} 已办结', en: 'Request {requestNo} is completed' },
      body: { zh: '全部服务已办结，请对本次服务作出评价。', en: 'All services are done. Please rate them.' },
    },
  ],
  RequestCancelled: [
    {
      to: 'enterprise',
      kind: 'request-cancelled',
      subject: 'request',
      title: { zh: '申请 {requestNo} 已撤销', en: 'Request {requestNo} was cancelled' },
      body: { zh: '原因：{reason}', en: 'Reason: {reason}' },
    },
  ],
  RequestItemForgone: [
    {
      to: 'enterprise',
      kind: 'item-forgone',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的“{service}”不再办理', en: '“{service}” of request {requestNo} is given up' },
      body: {
        zh: '它所需的前序事项未取得结果。需要时可单独提交申请。',
        en: 'What it needed ended without a result. You may file it by itself when you need it.',
      },
    },
  ],
  RectificationOpened: [
    {
      to: 'office',
      kind: 'rectification-opened',
      subject: 'request',
      title: { zh: '申请 {requestNo} 有{cause}，请回访', en: 'Request {requestNo} has {cause}: please call back' },
      body: {
        zh: '请于 {due} 前回访企业，核实后整改。',
        en: 'Call the enterprise by {due}, verify, and put it right.',
      },
    },
  ],
  RectificationAppealUpheld: [
    {
      to: 'office',
      kind: 'rectification-appeal-upheld',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的申诉成立', en: 'The appeal about request {requestNo} was upheld' },
      body: { zh: '该评价不计入统计。', en: 'The rating does not count in the figures.' },
    },
    {
      to: 'enterprise',
      kind: 'rating-set-aside',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的评价不计入统计', en: 'Your rating of request {requestNo} does not count' },
      body: { zh: '经核查并裁定，该评价属误评或不实评价。', en: 'It was found to be mistaken or untrue.' },
    },
  ],
  RectificationAppealDismissed: [
    {
      to: 'office',
      kind: 'rectification-appeal-dismissed',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的申诉不成立', en: 'The appeal about request {requestNo} was dismissed' },
      body: { zh: '请继续整改。', en: 'Please go on putting it right.' },
    },
  ],
  RectificationFedBack: [
    {
      to: 'enterprise',
      kind: 'rectification-fed-back',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的{cause}已整改', en: 'Request {requestNo}: {cause} was put right' },
      body: { zh: '请查看整改结果，并可再评价一次。', en: 'See what was done; you may rate it once more.' },
    },
  ],
  RectificationOverdue: [
    {
      to: 'office',
      kind: 'rectification-overdue',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的{clock}已超时', en: 'Request {requestNo}: {clock} is overdue' },
      body: { zh: '时限 {due} 已过({cause})。', en: 'The limit {due} has passed ({cause}).' },
    },
  ],
};
