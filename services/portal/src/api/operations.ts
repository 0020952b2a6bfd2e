import { call } from './http.js';

/** Services that keep dead letters. */
export const SERVICES = [
  'identity',
  'intake',
  'routing',
  'metrology',
  'standards',
  'testing',
  'certification',
  'insight',
  'notification',
] as const;
export type ServiceName = (typeof SERVICES)[number];

export type DeadLetterStatus = 'parked' | 'replayed' | 'discarded';

export interface DeadLetter {
  readonly id: string;
  readonly eventId: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly type: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly parkedAt: string;
  readonly status: DeadLetterStatus;
  readonly settledBy?: string | null;
  readonly settledReason?: string | null;
  readonly content?: unknown;
}

const of = (service: ServiceName): string => `/operations/${service}/dead-letters`;

export const listDeadLetters = async (
  service: ServiceName,
  status?: DeadLetterStatus,
): Promise<readonly DeadLetter[]> =>
  (await call<{ items: readonly DeadLetter[] }>(of(service), { query: { status } })).items;

export const replayDeadLetter = (service: ServiceName, id: string): Promise<unknown> =>
  call(`${of(service)}/${encodeURIComponent(id)}/replay`, { method: 'POST' });

export const discardDeadLetter = (service: ServiceName, id: string, reason: string): Promise<unknown> =>
  call(`${of(service)}/${encodeURIComponent(id)}/discard`, { method: 'POST', body: { reason } });
