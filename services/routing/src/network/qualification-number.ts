import { DomainError, isCertificationBodyNumber, normalizeCnasNumber, parseCmaNumber } from '@nqi/kernel';

const AUTHORISATION = /^[(（]\p{Script=Han}{1,3}[)）]法计[(（]\d{4}[)）]\d{3,6}号$/u;

/** How numbers of a kind are written, normalised; undefined for one that is not. Kinds without a known form take any. */
const FORMS: Readonly<Record<string, (number: string) => string | undefined>> = {
  CMA: (number) => parseCmaNumber(number)?.normalized,
  CNAS: normalizeCnasNumber,
  法定计量授权: (number) => (AUTHORISATION.test(number) ? number : undefined),
  认证机构批准: (number) => (isCertificationBodyNumber(number) ? number : undefined),
};

/** The number as it is stored (DOMAIN 4.4, 4.5, 4.7); throws when it is no number of that kind. */
export function qualificationNumber(kind: string, number: string): string {
  const form = FORMS[kind.startsWith('CNAS') ? 'CNAS' : kind];
  const stored = form ? form(number) : number.trim();
  if (stored) return stored;
  const text = { zh: `“${number}”不是有效的 ${kind} 编号`, en: `"${number}" is not a number of ${kind}` };
  throw new DomainError('QUALIFICATION.BAD_NUMBER', 'invalid', text, { kind, number }, '/number');
}
