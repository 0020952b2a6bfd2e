import type { Rule } from './rule.js';

/** Needs in words: the hub hears of them and of answers, the enterprise of what is proposed. How they end the request tells. */
export const DEMAND_RULES: Readonly<Record<string, readonly Rule[]>> = {
  DemandOpened: [
    {
      to: 'office',
      kind: 'demand-opened',
      subject: 'request',
      title: { zh: '新的综合需求 {requestNo}', en: 'New general demand {requestNo}' },
      body: {
        zh: '{enterprise}：{note}。请于 {due} 前提出办理方案。',
        en: '{enterprise}: {note}. Please propose services by {due}.',
      },
    },
  ],
  DemandProposed: [
    {
      to: 'enterprise',
      kind: 'demand-proposed',
      subject: 'request',
      title: { zh: '需求 {requestNo} 已有办理方案', en: 'Services are proposed for your demand {requestNo}' },
      body: { zh: '{note}。请于 {due} 前确认或说明不接受的原因。', en: '{note}. Please confirm or decline by {due}.' },
    },
  ],
  DemandReminded: [
    {
      to: 'enterprise',
      kind: 'demand-reminder',
      subject: 'request',
      title: { zh: '需求 {requestNo} 的办理方案待您确认', en: 'Your demand {requestNo} still waits for your answer' },
      body: {
        zh: '逾期（{due}）未确认将自动关闭，可重新提交。',
        en: 'Unanswered by {due} it is closed; you may file it again.',
      },
    },
  ],
  DemandConfirmed: [
    {
      to: 'office',
      kind: 'demand-confirmed',
      subject: 'request',
      title: { zh: '需求 {requestNo} 的方案已确认', en: 'The proposal for demand {requestNo} was confirmed' },
      body: { zh: '{enterprise}已确认，事项进入办理。', en: '{enterprise} confirmed; the items are on their way.' },
    },
  ],
  DemandDeclined: [
    {
      to: 'office',
      kind: 'demand-declined',
      subject: 'request',
      title: { zh: '需求 {requestNo} 的方案未被接受', en: 'The proposal for demand {requestNo} was declined' },
      body: { zh: '原因：{note}。请于 {due} 前重新提出方案。', en: 'Reason: {note}. Please propose again by {due}.' },
    },
  ],
  DemandOverdue: [
    {
      to: 'office',
      kind: 'demand-overdue',
      subject: 'request',
      title: { zh: '需求 {requestNo} 逾期未提出方案', en: 'Nothing is proposed for demand {requestNo} in time' },
      body: {
        zh: '{enterprise}的需求应于 {due} 前答复，请尽快处理。',
        en: '{enterprise} was to be answered by {due}. Please see to it.',
      },
    },
  ],
};
