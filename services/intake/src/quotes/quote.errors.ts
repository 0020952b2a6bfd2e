import { DomainError } from '@nqi/kernel';
import type { QuoteStatus } from './quote-state.js';

export function unknownQuote(): DomainError {
  return new DomainError('QUOTE.UNKNOWN', 'not_found', { zh: '没有此报价', en: 'No such quote' });
}

export function unknownItem(): DomainError {
  const text = { zh: '没有此事项', en: 'No such item' };
  return new DomainError('REQUEST_ITEM.UNKNOWN', 'not_found', text, {}, '/itemId');
}

export function badValidity(): DomainError {
  const text = { zh: '有效期须为今天起一年之内的日期', en: 'It is valid until a day within a year from today' };
  return new DomainError('QUOTE.BAD_VALIDITY', 'invalid', text, {}, '/validUntil');
}

export function serviceIsFree(serviceCode: string): DomainError {
  const text = { zh: '该服务不收费，不能报价', en: 'The service is free, so there is nothing to quote for' };
  return new DomainError('QUOTE.SERVICE_FREE', 'conflict', text, { serviceCode });
}

export function itemNotHeld(status: string): DomainError {
  const text = {
    zh: '事项尚未分派或已结束，不能报价',
    en: 'No office holds the item, or it has ended, so nothing can be quoted',
  };
  return new DomainError('QUOTE.ITEM_NOT_HELD', 'conflict', text, { status });
}

export function alreadyAccepted(id: string): DomainError {
  const text = { zh: '企业已接受报价，不能另行报价', en: 'The enterprise accepted a quote; it stands' };
  return new DomainError('QUOTE.ACCEPTED_ALREADY', 'conflict', text, { id });
}

export function expired(validUntil: string): DomainError {
  const text = { zh: `报价已于 ${validUntil} 到期`, en: `The quote was valid until ${validUntil}` };
  return new DomainError('QUOTE.EXPIRED', 'conflict', text, { validUntil });
}

export function notOffered(status: QuoteStatus): DomainError {
  const text = { zh: '报价已答复或已失效', en: 'The quote is answered or no longer offered' };
  return new DomainError('QUOTE.NOT_OFFERED', 'conflict', text, { status });
}
