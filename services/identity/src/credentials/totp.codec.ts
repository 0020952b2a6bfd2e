import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as authenticator apps know it. */
const STEP_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** A clock may be half a minute wrong either way. */
const SLACK_STEPS = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export type TotpAlgorithm = 'sha1' | 'sha256' | 'sha512';

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1_000 / STEP_SECONDS);

/** The code of one time step (RFC 4226, section 5.3). */
export function totpCode(secret: Buffer, step: number, digits = DIGITS, algorithm: TotpAlgorithm = 'sha1'): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac(algorithm, secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step whose code this is, if it is about now and later than the last one used; a code counts once. */
export function matchingStep(secret: Buffer, code: string, at: Date, lastStep: number): number | undefined {
  const now = stepAt(at);
  for (let step = now - SLACK_STEPS; step <= now + SLACK_STEPS; step += 1) {
    const expected = Buffer.from(totpCode(secret, step));
    const given = Buffer.from(code);
    if (step > lastStep && given.length === expected.length && timingSafeEqual(given, expected)) return step;
  }
  return undefined;
}

/** RFC 4648, without padding, as people type it into an app. */
export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((group) => ALPHABET[parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What an app reads from a QR code. */
export function otpauthUrl(secret: Buffer, username: string): string {
  const issuer = encodeURIComponent('枣庄NQI');
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${toBase32(secret)}&issuer=${issuer}`;
}
