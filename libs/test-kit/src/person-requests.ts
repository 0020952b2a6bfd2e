import { randomUUID } from 'node:crypto';
import { PersonalDataRequestedSchema, TOPICS, eventMessage, toTimestamp } from '@nqi/contracts';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { eventually } from './eventually.js';
import type { TestService } from './test-service.js';

export interface AskedPerson {
  readonly userId: string;
  readonly username: string;
}

/** What a service says of one of its places: rows of an export, or what an erasure did. */
export interface SaidOfPlace {
  readonly what: { readonly zh: string; readonly en: string };
  readonly rows?: readonly Record<string, unknown>[];
  readonly removed?: number;
  readonly replaced?: number;
  readonly kept?: number;
}

/** Asks a service about a person, as identity would, and waits for its whole answer. */
export async function askAboutPerson(
  service: TestService,
  kind: 'export' | 'erasure',
  { userId, username }: AskedPerson,
): Promise<SaidOfPlace[]> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { extractable: true });
  const caseId = randomUUID();
  const seen = await service.kafka.watch(TOPICS.person.name);
  await service.kafka.publish(
    eventMessage(TOPICS.person, userId, PersonalDataRequestedSchema, {
      caseId,
      userId,
      username,
      kind,
      publicKey: JSON.stringify(await exportJWK(publicKey)),
      pseudonym: 'erased-000000000000',
      requestedAt: toTimestamp(new Date()),
    }),
  );
  const parts = await eventually(() => {
    const answers = seen.map(({ content }) => content).filter((one) => one.caseId === caseId && one.content);
    if (answers.length === 0 || answers.length < answers[0].parts) throw new Error('no whole answer yet');
    return answers.map((one): string => one.content);
  });
  if (kind === 'erasure') return parts.flatMap((part) => JSON.parse(part) as SaidOfPlace[]);
  const opened = await Promise.all(parts.map((part) => compactDecrypt(part, privateKey)));
  return opened.flatMap(({ plaintext }) => JSON.parse(Buffer.from(plaintext).toString('utf8')) as SaidOfPlace[]);
}
