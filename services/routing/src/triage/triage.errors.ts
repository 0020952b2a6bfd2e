import { DomainError } from '@nqi/kernel';
import type { TicketStatus } from '../tickets/ticket-state.js';

export function inTriage(): DomainError {
  const text = { zh: '工单在分诊队列，须先人工派单', en: 'The ticket waits in triage; a person places it first' };
  return new DomainError('TICKET.IN_TRIAGE', 'conflict', text);
}

export function notInTriage(id: string): DomainError {
  const text = { zh: '该工单不在分诊队列', en: 'This ticket does not wait in triage' };
  return new DomainError('TRIAGE.NOT_WAITING', 'conflict', text, { id });
}

export function notOverridable(status: TicketStatus): DomainError {
  const text = { zh: '工单已结束，不能改派', en: 'The ticket has ended: its route stays' };
  return new DomainError('TICKET.NOT_OVERRIDABLE', 'conflict', text, { status });
}

export function workBeingOrdered(): DomainError {
  const text = {
    zh: '承办机构的任务正在开立，请稍后再改派',
    en: 'The institution’s job is just being opened; try again soon',
  };
  return new DomainError('TICKET.WORK_BEING_ORDERED', 'conflict', text, {}, '/institutionId');
}

export function nothingOverridden(): DomainError {
  const text = { zh: '须指定不同的节点或机构', en: 'Name another office or institution' };
  return new DomainError('TICKET.NOTHING_OVERRIDDEN', 'invalid', text, {}, '/nodeCode');
}
