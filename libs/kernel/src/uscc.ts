/**
 * Unified social credit code, GB 32100-2015. A pass proves that the code is consistent with itself, not that the
 * organisation exists.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const REGISTRATION_DEPARTMENTS = '123456789ANY';

/** FAIL_CHECK is not always a typing error: some genuine Fujian codes of before 2016 carry a wrong check character. */
export type UsccOutcome = 'PASS' | 'FAIL_FORMAT' | 'FAIL_CHECK';

/** Oddities that do not fail the check: the code may still be right, but a person should look twice. */
export type UsccWarning = 'LOOKS_LIKE_RESIDENT_ID' | 'UNKNOWN_DEPARTMENT' | 'ORGANIZATION_CODE_MISMATCH';

export interface UsccCheck {
  readonly outcome: UsccOutcome;
  /** Trimmed, half-width, upper case; what should be stored. */
  readonly normalized: string;
  readonly warnings: readonly UsccWarning[];
}

export function normalizeUscc(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

export function checkUscc(text: string): UsccCheck {
  const normalized = normalizeUscc(text);
  if (!SHAPE.test(normalized)) return { outcome: 'FAIL_FORMAT', normalized, warnings: [] };
  const outcome = usccCheckCharacter(normalized.slice(0, 17)) === normalized[17] ? 'PASS' : 'FAIL_CHECK';
  return { outcome, normalized, warnings: warningsFor(normalized) };
}

/** The eighteenth character that belongs to the first seventeen. */
export function usccCheckCharacter(first17: string): string {
  if (first17.length !== 17) throw new RangeError(`Expected 17 characters, got ${first17.length}`);
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * valueOf(first17.charAt(i)), 0);
  // The outer modulo maps a remainder of 0 to '0' instead of running off the alphabet.
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function valueOf(character: string): number {
  const value = ALPHABET.indexOf(character);
  if (value < 0 || character === '') throw new RangeError(`Not a USCC character: ${character}`);
  return value;
}

function warningsFor(code: string): UsccWarning[] {
  const warnings: UsccWarning[] = [];
  if (isResidentId(code)) warnings.push('LOOKS_LIKE_RESIDENT_ID');
  if (!REGISTRATION_DEPARTMENTS.includes(code.charAt(0))) warnings.push('UNKNOWN_DEPARTMENT');
  if (organizationCheckCharacter(code.slice(8, 16)) !== code[16]) warnings.push('ORGANIZATION_CODE_MISMATCH');
  return warnings;
}

/** Resident identity number, GB 11643 (ISO 7064 MOD 11-2); it must never be kept where a USCC is asked for. */
function isResidentId(code: string): boolean {
  const birth = /^\d{6}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(code);
  if (!birth) return false;
  const [year, month, day] = birth.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(code.charAt(i)) * (2 ** (17 - i) % 11);
  return '10X98765432'.charAt(sum % 11) === code[17];
}

/** Organisation code, GB 11714. */
function organizationCheckCharacter(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(first8.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
