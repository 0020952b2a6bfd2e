import { DomainError } from '@nqi/kernel';

/** What a person may say of two tickets; that one was split off the other is a fact nobody may say or take back. */
export const NAMED_LINKS = ['duplicate', 'related'] as const;
export const LINK_KINDS = [...NAMED_LINKS, 'split'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Links a ticket may have of one person's making. */
export const MOST_LINKS = 50;

/** A tie between two tickets, the same seen from either. */
export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly at: Date;
  readonly by: string;
}

/** The two ends in the order they are kept in. Throws `invalid` for a ticket tied to itself. */
export function endsOf(one: string, other: string): readonly [string, string] {
  if (one === other) {
    const text = { zh: '工单不能与自身关联', en: 'A ticket cannot be linked to itself' };
    throw new DomainError('LINK.ITSELF', 'invalid', text, {}, '/ticketId');
  }
  return one < other ? [one, other] : [other, one];
}

export function linkKnown(kind: LinkKind): DomainError {
  const text = { zh: '两张工单已有此关联', en: 'The two tickets are linked so already' };
  return new DomainError('LINK.KNOWN', 'conflict', text, { kind }, '/ticketId');
}

export function tooManyLinks(): DomainError {
  const text = { zh: `一张工单最多关联 ${MOST_LINKS} 张`, en: `A ticket has ${MOST_LINKS} links at most` };
  return new DomainError('LINK.TOO_MANY', 'conflict', text, { most: MOST_LINKS });
}

export function otherTicketUnknown(): DomainError {
  const text = { zh: '没有要关联的工单', en: 'There is no such ticket to link to' };
  return new DomainError('LINK.UNKNOWN_TICKET', 'invalid', text, {}, '/ticketId');
}

export function noSuchLink(id: string): DomainError {
  return new DomainError('LINK.UNKNOWN', 'not_found', { zh: '没有此关联', en: 'No such link' }, { id });
}

export function splitStays(): DomainError {
  const text = { zh: '拆分关联不能删除', en: 'That a ticket was split off another one cannot be taken back' };
  return new DomainError('LINK.SPLIT_STAYS', 'conflict', text);
}
