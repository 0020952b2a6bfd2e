import type { Rule } from './rule.js';

/** What offices that work together hear of a referral. */
export const REFERRAL_RULES: Readonly<Record<string, readonly Rule[]>> = {
  ReferralOffered: [
    {
      to: 'partner',
      kind: 'referral-offered',
      subject: 'referral',
      title: { zh: '协同邀请：{purpose}', en: 'You are asked to help: {purpose}' },
      body: {
        zh: '{owner} 请贵站协同办理工单 {ticketNo}“{service}”，请于 {due} 前答复，逾期将转邀其他节点。',
        en: '{owner} asks you for a part of ticket {ticketNo}, “{service}”. Please answer by {due}; then it goes on to the next.',
      },
    },
  ],
  ReferralAccepted: [
    {
      to: 'office',
      kind: 'referral-accepted',
      subject: 'referral',
      title: { zh: '{partner} 已接受协同', en: '{partner} takes it on' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”，请移交资料或样品。',
        en: '“{purpose}” of ticket {ticketNo}. Please hand over the documents or samples.',
      },
    },
  ],
  ReferralDeclined: [
    {
      to: 'office',
      kind: 'referral-declined',
      subject: 'referral',
      title: { zh: '{declined} 未承接协同（{reason}）', en: '{declined} does not take it on ({reason})' },
      body: { zh: '工单 {ticketNo} 的“{purpose}”{next}', en: '“{purpose}” of ticket {ticketNo}{next}' },
    },
    {
      to: 'partner',
      kind: 'referral-lapsed',
      subject: 'referral',
      title: { zh: '协同邀请已过答复时限', en: 'An offer to you has lapsed' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”未在时限内答复，已转邀其他节点或退回。',
        en: '“{purpose}” of ticket {ticketNo} was not answered in time and has gone on.',
      },
    },
  ],
  ReferralDispatched: [
    {
      to: 'partner',
      kind: 'referral-dispatched',
      subject: 'referral',
      title: { zh: '协同资料或样品已移交', en: 'Handed over to you' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”：{what}。收到后请登记。',
        en: '“{purpose}” of ticket {ticketNo}: {what}. Please note its arrival.',
      },
    },
  ],
  ReferralReceived: [
    {
      to: 'office',
      kind: 'referral-received',
      subject: 'referral',
      title: { zh: '{partner} 已接收', en: '{partner} has received it' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”，应于 {due} 前交回。接收情况：{condition}',
        en: '“{purpose}” of ticket {ticketNo} is due back by {due}. On arrival: {condition}',
      },
    },
  ],
  ReferralReturned: [
    {
      to: 'office',
      kind: 'referral-returned',
      subject: 'referral',
      title: { zh: '{partner} 已交回', en: '{partner} has given it back' },
      body: { zh: '工单 {ticketNo} 的“{purpose}”：{result}', en: '“{purpose}” of ticket {ticketNo}: {result}' },
    },
  ],
  ReferralClosed: [
    {
      to: 'partner',
      kind: 'referral-closed',
      subject: 'referral',
      title: { zh: '协同已办结', en: 'A referral is closed' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”，{owner} 已确认收回。',
        en: '“{purpose}” of ticket {ticketNo}: {owner} has everything back.',
      },
    },
  ],
  ReferralCancelled: [
    {
      to: 'partner',
      kind: 'referral-cancelled',
      subject: 'referral',
      title: { zh: '协同已取消', en: 'A referral was given up' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”。原因：{reason}',
        en: '“{purpose}” of ticket {ticketNo}. Reason: {reason}',
      },
    },
  ],
  ReferralOverdue: [
    {
      to: 'partner',
      kind: 'referral-overdue-with-you',
      subject: 'referral',
      title: { zh: '协同逾期未交回', en: 'A referral is overdue with you' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”应于 {due} 前交回 {owner}。',
        en: '“{purpose}” of ticket {ticketNo} was due back at {owner} by {due}.',
      },
    },
    {
      to: 'office',
      kind: 'referral-overdue',
      subject: 'referral',
      title: { zh: '{partner} 逾期未交回{stage}', en: '{partner} is late{stage}' },
      body: {
        zh: '工单 {ticketNo} 的“{purpose}”应于 {due} 前交回。',
        en: '“{purpose}” of ticket {ticketNo} was due back by {due}.',
      },
    },
    {
      to: 'hub',
      kind: 'referral-overdue-escalated',
      subject: 'referral',
      title: { zh: '协同逾期，请枢纽督办', en: 'An overdue referral needs the hub' },
      body: {
        zh: '{partner} 应于 {due} 前向 {owner} 交回工单 {ticketNo} 的“{purpose}”。',
        en: '{partner} was to give “{purpose}” of ticket {ticketNo} back to {owner} by {due}.',
      },
    },
  ],
};
