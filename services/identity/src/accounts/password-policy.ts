import { DomainError, type LocalizedText } from '@nqi/kernel';

const SHORTEST = 8;
const LONG_ENOUGH_ALONE = 16;
const FEWEST_DIFFERENT = 5;
/** What everybody tries first; compared without case and without trailing digits and marks. */
const COMMON = new Set(['password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'qwerty', 'qwertyuiop', 'admin', 'iloveyou']);
const RUNS = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** One text per password: full-width digits and composed characters are the same password from every keyboard. */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

/** Throws `invalid` for a password that is soon guessed: short, of one kind of characters, common, or the name itself. */
export function assertStrongPassword(password: string, username: string, pointer = '/password'): void {
  const reason = weaknessOf(normalizePassword(password), username);
  if (reason) throw new DomainError('PASSWORD.TOO_WEAK', 'invalid', reason, {}, pointer);
}

function weaknessOf(password: string, username: string): LocalizedText | undefined {
  const characters = [...password];
  const lower = password.toLowerCase();
  if (characters.length < SHORTEST) {
    return { zh: `密码至少 ${SHORTEST} 位`, en: `The password needs at least ${SHORTEST} characters` };
  }
  if (characters.length < LONG_ENOUGH_ALONE && !(/\p{L}/u.test(password) && /\d/.test(password))) {
    return {
      zh: `密码须同时含有字母和数字，或不少于 ${LONG_ENOUGH_ALONE} 位`,
      en: `The password needs letters and digits, or at least ${LONG_ENOUGH_ALONE} characters`,
    };
  }
  if (new Set(characters).size < FEWEST_DIFFERENT) {
    return { zh: '密码中重复的字符过多', en: 'The password repeats too few characters' };
  }
  if (username.length >= 4 && lower.includes(username.toLowerCase())) {
    return { zh: '密码不能包含用户名', en: 'The password must not contain the user name' };
  }
  if (COMMON.has(lower.replace(/[^\p{L}]+$/u, '')) || isRun(lower)) {
    return { zh: '密码过于常见', en: 'The password is too common' };
  }
  return undefined;
}

/** `abc12345678` and its like: nothing but neighbours on a keyboard or in the alphabet. */
function isRun(lower: string): boolean {
  const parts = lower.match(/\d+|[^\d]+/g) ?? [];
  return parts.every((part) => part.length >= 3 && RUNS.some((run) => run.includes(part)));
}
