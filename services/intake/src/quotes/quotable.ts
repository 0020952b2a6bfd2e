import type { DomainError } from '@nqi/kernel';
import { isEnded, type RequestItemState } from '../requests/request.js';
import { itemNotHeld, serviceIsFree } from './quote.errors.js';

/**
 * True where the catalogue's fee basis leaves nothing to quote for. What is free in part (免费/协商: beyond the public
 * service it is agreed) can be quoted for.
 */
export function isFree(feeBasis: string): boolean {
  return feeBasis.startsWith('免费') && !/协商|价/.test(feeBasis);
}

/** Why nobody may quote for an item, whoever asks; undefined when its holder may. */
export function whyNotQuotable(item: RequestItemState, feeBasis: string): DomainError | undefined {
  if (!item.ticket || isEnded(item)) return itemNotHeld(item.status);
  return isFree(feeBasis) ? serviceIsFree(item.serviceCode) : undefined;
}
