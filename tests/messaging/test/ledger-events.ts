import { RequestFiledSchema, TOPICS, eventMessage, type EventMessage } from '@nqi/contracts';
import type { TestService } from '@nqi/test-kit';
import type { Behaviour } from '../src/ledger.consumer.js';

/** The event number `item` of a key; the ledger writes both down. */
export const filed = (key: string, item: number, behaviour: Behaviour = 'work'): EventMessage =>
  eventMessage(TOPICS.request, key, RequestFiledSchema, {
    request: { requestId: key },
    items: Array.from({ length: item }, () => ({})),
    filedBy: behaviour,
  });

export interface Effect {
  readonly key: string;
  readonly item: number;
  readonly by_process: number;
}

/** Everything the ledger wrote, in the order it was committed. */
export const effects = (service: TestService): Promise<Effect[]> =>
  service.query<Effect>('SELECT key, item, by_process FROM effect ORDER BY sequence');

/** Items of one key in the order of their effects. */
export const itemsOf = (all: readonly Effect[], key: string): number[] =>
  all.filter((effect) => effect.key === key).map(({ item }) => item);

export const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
