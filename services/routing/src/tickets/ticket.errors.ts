import { DomainError } from '@nqi/kernel';
import type { TicketAction, TicketStatus } from './ticket-state.js';

export function illegalMove(action: TicketAction, status: TicketStatus, allowed: readonly TicketAction[]): DomainError {
  return new DomainError(
    'TICKET.ILLEGAL_MOVE',
    'conflict',
    { zh: `工单状态“${status}”下不能执行“${action}”`, en: `A ticket that is ${status} does not allow "${action}"` },
    { action, status, allowed: [...allowed] },
  );
}

export function withProvince(): DomainError {
  const text = {
    zh: '工单已上报省平台，由其办理；如需收回请转办',
    en: 'The province has it; hand it on to take it back',
  };
  return new DomainError('TICKET.WITH_PROVINCE', 'conflict', text);
}

export function noSuchTicket(id: string): DomainError {
  return new DomainError('TICKET.UNKNOWN', 'not_found', { zh: '没有此工单', en: 'No such ticket' }, { id });
}

export function institutionNeeded(): DomainError {
  const text = { zh: '请指定承办的技术机构', en: 'Name the institution that performs the work' };
  return new DomainError('TICKET.INSTITUTION_NEEDED', 'invalid', text, {}, '/institutionId');
}

export function institutionNotWanted(): DomainError {
  const text = {
    zh: '此类服务由工作站直接办理，无需技术机构',
    en: 'The office serves this itself, without an institution',
  };
  return new DomainError('TICKET.INSTITUTION_NOT_WANTED', 'invalid', text, {}, '/institutionId');
}

export function overrideNeedsReason(): DomainError {
  const text = { zh: '更换承办机构须说明理由', en: 'Taking another institution than proposed needs a reason' };
  return new DomainError('TICKET.REASON_NEEDED', 'invalid', text, {}, '/reason');
}

export function resolvedByJob(): DomainError {
  return new DomainError('TICKET.RESOLVED_BY_JOB', 'conflict', {
    zh: '该工单随技术机构的任务办结，不能直接办结',
    en: 'This ticket is resolved by its job, not by hand',
  });
}

export function sameNode(): DomainError {
  const text = { zh: '工单已在该节点', en: 'The ticket is at this office already' };
  return new DomainError('TICKET.SAME_NODE', 'invalid', text, {}, '/nodeCode');
}

export function nodeDoesNotServe(code: string): DomainError {
  const text = { zh: `节点 ${code} 未开放或不受理该领域`, en: `${code} is closed or does not serve this domain` };
  return new DomainError('TICKET.NODE_DOES_NOT_SERVE', 'invalid', text, { code }, '/nodeCode');
}

export function belowStatutoryLevel(code: string, serviceCode: string): DomainError {
  const text = { zh: `依法不得由 ${code} 一级受理此项业务`, en: `The law gives this service to a level above ${code}` };
  return new DomainError('TICKET.STATUTORY_LEVEL', 'invalid', text, { code, serviceCode }, '/nodeCode');
}

export function nowhereToEscalate(): DomainError {
  const text = { zh: '已是最高层级，无法上报', en: 'There is no office above this one' };
  return new DomainError('TICKET.NOWHERE_TO_ESCALATE', 'conflict', text);
}

export function choiceDue(): DomainError {
  const text = {
    zh: '承办机构由企业选择，请等待企业选择，或注明理由后代为登记',
    en: 'The client chooses who performs this: wait for the choice, or record it with a reason',
  };
  return new DomainError('TICKET.CLIENT_CHOICE_DUE', 'conflict', text, {}, '/institutionId');
}

export function noChoiceDue(): DomainError {
  const text = { zh: '该工单现在不能由企业选择承办机构', en: 'There is no institution for the client to choose now' };
  return new DomainError('TICKET.NO_CHOICE_DUE', 'conflict', text);
}

export function choiceNeedsNote(): DomainError {
  const text = { zh: '代企业登记选择须说明依据', en: 'A choice recorded for the client says how it is known' };
  return new DomainError('TICKET.NOTE_NEEDED', 'invalid', text, {}, '/note');
}

/** The caller's fault when the caller named it; else the proposal went stale and another one has to be named. */
export function institutionNotEligible(institutionId: string, named: boolean, verdicts?: object): DomainError {
  return new DomainError(
    'TICKET.INSTITUTION_NOT_ELIGIBLE',
    named ? 'invalid' : 'conflict',
    { zh: `机构 ${institutionId} 目前不能承办此项服务`, en: `${institutionId} may not perform this service now` },
    { institutionId, ...(verdicts && { verdicts }) },
    '/institutionId',
  );
}
