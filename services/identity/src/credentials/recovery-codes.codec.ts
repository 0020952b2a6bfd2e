import { createHash, randomInt } from 'node:crypto';

const COUNT = 10;
const HALF = 5;
/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Codes to keep on paper, each good once, for when the app is lost: `7kq2m-x9fwd`, some 49 bits. */
export const newRecoveryCodes = (): string[] => Array.from({ length: COUNT }, () => `${half()}-${half()}`);

export const isRecoveryCode = (code: string): boolean => /^[a-z0-9]{5}-?[a-z0-9]{5}$/i.test(code.trim());

/** A fast hash will do: a code is random, and guesses are counted. */
export const recoveryHash = (userId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${userId}/${code.trim().toLowerCase().replace('-', '')}`)
    .digest();

const half = (): string => Array.from({ length: HALF }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
