import { DomainError } from '@nqi/kernel';

export function stepNotPermitted(action: string): DomainError {
  const text = { zh: '您的角色无权进行此操作', en: 'Your role does not permit this' };
  return new DomainError('ACCESS.NOT_PERMITTED', 'forbidden', text, { action }, '/action');
}

export function sameTicketTwice(index: number): DomainError {
  const text = { zh: '同一工单不能重复提交', en: 'A ticket is named twice' };
  return new DomainError('BULK.SAME_TICKET_TWICE', 'invalid', text, {}, `/tickets/${index}/id`);
}
