import { normalizePhone, phoneKind } from './phone.js';

/** What lists, logs and people without the right to see personal data get instead of it. Unknown shapes lose everything. */
const HIDDEN = '***';

/** Mobile `138****5678`; landline keeps its area code and last two digits; a 400 number is public and stays. */
export function maskPhone(text: string): string {
  const phone = normalizePhone(text);
  switch (phoneKind(phone)) {
    case 'mobile':
      return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
    case 'service':
      return phone;
    case 'landline':
      return maskLandline(phone);
    default:
      return HIDDEN;
  }
}

function maskLandline(phone: string): string {
  const [, area = '', dash = '', subscriber = ''] =
    /^(0(?:10|2\d|[3-9]\d{2}))(-?)(\d{7,8})(?:-\d{1,6})?$/.exec(phone) ?? [];
  if (!subscriber) return HIDDEN;
  return `${area}${dash}${'*'.repeat(subscriber.length - 2)}${subscriber.slice(-2)}`;
}

/** 张三 → 张*, 欧阳娜娜 → 欧***. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length === 0) return '';
  return `${characters[0]}${'*'.repeat(Math.max(1, characters.length - 1))}`;
}

/** First letter and domain: `z***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return HIDDEN;
  return `${[...email][0]}***${email.slice(at)}`;
}

/** Keeps three leading and four trailing characters of an identity number. */
export function maskResidentId(id: string): string {
  const text = id.trim();
  return text.length >= 15 ? `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}` : HIDDEN;
}

const UP_TO_DISTRICT =
  /^(?:[^省市区县镇乡街路道村号\d]{2,6}(?:省|自治区))?(?:[^省市区县镇乡街路道村号\d]{2,6}[市州盟])?(?:市[中南北]区|[^省市区县镇乡街路道村号\d]{1,8}(?:[县市旗]|(?<![小社园校厂院])区))?/;

/** An address down to district or county; street and number go. */
export function maskAddress(address: string): string {
  return `${UP_TO_DISTRICT.exec(address.trim())?.[0] ?? ''}${HIDDEN}`;
}
