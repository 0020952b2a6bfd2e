import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * Signed HTTP by the Standard Webhooks specification (standardwebhooks.com), for which receivers find libraries in
 * every language: HMAC-SHA256 over id, timestamp and body, one signature per secret that is in force.
 */

const PREFIX = 'whsec_';
const TOLERANCE_SECONDS = 300;

export interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** 256 random bits as the specification writes them. */
export const newSigningSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/** Headers of a message; with two secrets, during a rotation, a receiver that knows either can check it. */
export function signMessage(secrets: readonly string[], id: string, at: Date, body: string): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => `v1,${mac(secret, id, timestamp, body)}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** True when one of the secrets signed exactly this, at most five minutes ago (or ahead). */
export function isSigned(
  secrets: readonly string[],
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
  now: Date,
): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const given = signatures.split(' ').map((signature) => Buffer.from(signature));
  return secrets.some((secret) => {
    const right = Buffer.from(`v1,${mac(secret, id, timestamp, body)}`);
    return given.some((signature) => signature.length === right.length && timingSafeEqual(signature, right));
  });
}

function mac(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}
