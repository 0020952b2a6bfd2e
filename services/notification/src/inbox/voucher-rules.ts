import type { Rule } from './rule.js';

const SETTLED = {
  title: { zh: '申请 {requestNo} 的券已结算', en: 'The voucher for request {requestNo} was settled' },
  body: { zh: '“{programme}”兑付 {amount}。', en: '“{programme}” pays {amount}.' },
} as const;

const REFUSED = {
  title: { zh: '申请 {requestNo} 的券结算被退回', en: 'The settlement for request {requestNo} was refused' },
  body: {
    zh: '“{programme}”，{amount}。原因：{reason}。更正后可再次申请。',
    en: '“{programme}”, {amount}. Reason: {reason}. It can be applied for again.',
  },
} as const;

/** Vouchers from grant to settlement: the right is the enterprise's, the money goes to who performed the work. */
export const VOUCHER_RULES: Readonly<Record<string, readonly Rule[]>> = {
  VoucherGranted: [
    {
      to: 'enterprise',
      kind: 'voucher-granted',
      subject: 'voucher',
      title: { zh: '您获得一张 {face} 的券', en: 'You were granted a voucher of {face}' },
      body: {
        zh: '“{programme}”，{lastDay} 前可用于抵扣已接受的报价。',
        en: '“{programme}”: until {lastDay} it pays a part of a quote that you accepted.',
      },
    },
  ],
  VoucherReminded: [
    {
      to: 'enterprise',
      kind: 'voucher-reminder',
      subject: 'voucher',
      title: { zh: '您有一张 {face} 的券即将到期', en: 'A voucher of {face} is about to expire' },
      body: { zh: '“{programme}”，{lastDay} 后作废。', en: '“{programme}”: it can be used until {lastDay}.' },
    },
  ],
  VoucherSettled: [
    { to: 'institution', kind: 'voucher-settled', subject: 'voucher', ...SETTLED },
    { to: 'office', kind: 'voucher-settled-for-office', subject: 'voucher', ...SETTLED },
    { to: 'enterprise', kind: 'your-voucher-settled', subject: 'voucher', ...SETTLED },
  ],
  VoucherRefused: [
    { to: 'institution', kind: 'voucher-refused', subject: 'voucher', ...REFUSED },
    { to: 'office', kind: 'voucher-refused-for-office', subject: 'voucher', ...REFUSED },
  ],
  VoucherExpired: [
    {
      to: 'enterprise',
      kind: 'voucher-expired',
      subject: 'voucher',
      title: { zh: '一张 {face} 的券已过期', en: 'A voucher of {face} has expired' },
      body: { zh: '“{programme}”，有效期至 {lastDay}。', en: '“{programme}” could be used until {lastDay}.' },
    },
  ],
  VoucherRevoked: [
    {
      to: 'enterprise',
      kind: 'voucher-revoked',
      subject: 'voucher',
      title: { zh: '一张 {face} 的券已撤销', en: 'A voucher of {face} was revoked' },
      body: { zh: '“{programme}”。原因：{reason}', en: '“{programme}”. Reason: {reason}' },
    },
  ],
};
