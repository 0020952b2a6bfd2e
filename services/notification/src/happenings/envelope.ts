import { DomainError } from '@nqi/kernel';
import type { Happening } from './happening.js';

/** What a consumer knows of an event beside its content. */
export interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Date;
}

export const envelopeOf = ({ id, type, occurredAt }: Envelope): Pick<Happening, 'eventId' | 'type' | 'at'> => ({
  eventId: id,
  type,
  at: occurredAt,
});

/** A part that the contract promises. Throws `invalid` when it is missing, which makes the event a dead letter. */
export function promised<T>(part: T | undefined, name: string): T {
  if (part !== undefined) return part;
  throw new DomainError('EVENT.INCOMPLETE', 'invalid', { zh: `事件缺少 ${name}`, en: `The event lacks its ${name}` });
}
