import type { Rule } from './rule.js';

const ACCEPTED = {
  title: { zh: '申请 {requestNo} 的报价已被接受', en: 'The quote for request {requestNo} was accepted' },
  body: { zh: '“{service}”，{total}。可以开始办理。', en: '“{service}”, {total}. The work can begin.' },
} as const;

const DECLINED = {
  title: { zh: '申请 {requestNo} 的报价未被接受', en: 'The quote for request {requestNo} was declined' },
  body: { zh: '“{service}”，{total}。原因：{reason}', en: '“{service}”, {total}. Reason: {reason}' },
} as const;

const EXPIRED = {
  title: { zh: '申请 {requestNo} 的报价已过有效期', en: 'The quote for request {requestNo} expired' },
  body: {
    zh: '“{service}”，{total}，有效期至 {validUntil}。需要时可重新报价。',
    en: '“{service}”, {total}, valid until {validUntil}. It can be quoted for anew.',
  },
} as const;

/** What is asked for serving an item, and what became of it. */
export const QUOTE_RULES: Readonly<Record<string, readonly Rule[]>> = {
  QuoteOffered: [
    {
      to: 'enterprise',
      kind: 'quote-offered',
      subject: 'request',
      title: { zh: '申请 {requestNo} 收到报价 {total}', en: 'Request {requestNo}: a quote of {total}' },
      body: {
        zh: '“{service}”报价 {total}，有效期至 {validUntil}。请在申请页面接受或拒绝。',
        en: '{total} for “{service}”, valid until {validUntil}. Please accept or decline it on the page of the request.',
      },
    },
  ],
  QuoteReminded: [
    {
      to: 'enterprise',
      kind: 'quote-reminder',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的报价即将到期', en: 'The quote for request {requestNo} is about to expire' },
      body: {
        zh: '“{service}”报价 {total}，有效期至 {validUntil}，尚待您答复。',
        en: '{total} for “{service}” holds until {validUntil} and waits for your answer.',
      },
    },
  ],
  QuoteAccepted: [
    { to: 'office', kind: 'quote-accepted', subject: 'ticket', ...ACCEPTED },
    { to: 'institution', kind: 'quote-accepted-for-you', subject: 'ticket', ...ACCEPTED },
  ],
  QuoteDeclined: [
    { to: 'office', kind: 'quote-declined', subject: 'ticket', ...DECLINED },
    { to: 'institution', kind: 'quote-declined-for-you', subject: 'ticket', ...DECLINED },
  ],
  QuoteExpired: [
    { to: 'enterprise', kind: 'quote-expired', subject: 'request', ...EXPIRED },
    { to: 'office', kind: 'quote-expired-unanswered', subject: 'ticket', ...EXPIRED },
  ],
  QuoteWithdrawn: [
    {
      to: 'enterprise',
      kind: 'quote-withdrawn',
      subject: 'request',
      title: { zh: '申请 {requestNo} 的报价已撤回', en: 'The quote for request {requestNo} was withdrawn' },
      body: { zh: '“{service}”，{total}。{reason}', en: '“{service}”, {total}. {reason}' },
    },
  ],
};
