import { createHmac, timingSafeEqual } from 'node:crypto';

/** Crockford's alphabet: nothing that is mistaken for something else when read off paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** Code of a request number: 60 bits of an HMAC, so that it need not be kept and cannot be guessed. */
export function trackingCode(key: Buffer, requestNo: string): string {
  const digest = createHmac('sha256', key).update(`tracking:${requestNo}`).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** Whether a typed code is the number's, in time that does not depend on where they differ. */
export function isTrackingCode(key: Buffer, requestNo: string, typed: string): boolean {
  const expected = Buffer.from(trackingCode(key, requestNo));
  const given = Buffer.from(asWritten(typed).replace(/[ILO]/g, (letter) => (letter === 'O' ? '0' : '1')));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A number as it was given out, whatever width and case it is typed in. */
export const typedNumber = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

const asWritten = (typed: string): string => typedNumber(typed).replace(/[\s-]/g, '');
