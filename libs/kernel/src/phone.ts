export type PhoneKind = 'mobile' | 'landline' | 'service';

const KINDS: ReadonlyArray<readonly [PhoneKind, RegExp]> = [
  ['mobile', /^1[3-9]\d{9}$/],
  ['service', /^400-?\d{3}-?\d{4}$/],
  ['landline', /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/],
];

/** Half-width, without blanks and without the +86 country code. */
export function normalizePhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[\s()]/g, '')
    .replace(/^(?:\+|00)86-?(?=1|0|400)/, '');
}

export function phoneKind(text: string): PhoneKind | undefined {
  const phone = normalizePhone(text);
  return KINDS.find(([, shape]) => shape.test(phone))?.[0];
}

export function isPhone(text: string): boolean {
  return phoneKind(text) !== undefined;
}

/** A form check, at most 254 characters; only a message that arrives proves an address. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(text);
}
