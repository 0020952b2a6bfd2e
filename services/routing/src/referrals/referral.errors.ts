import { DomainError } from '@nqi/kernel';

export function noSuchReferral(id: string): DomainError {
  return new DomainError('REFERRAL.UNKNOWN', 'not_found', { zh: '没有此协同单', en: 'No such referral' }, { id });
}

export function noCandidate(): DomainError {
  const text = { zh: '没有可委托的服务节点', en: 'No office is left that could take it' };
  return new DomainError('REFERRAL.NO_CANDIDATE', 'conflict', text, {}, '/candidates');
}

export function unfitCandidate(code: string): DomainError {
  const text = {
    zh: `节点 ${code} 是本节点、已停用或不受理该领域`,
    en: `${code} is this office itself, closed, or does not serve the domain`,
  };
  return new DomainError('REFERRAL.UNFIT_CANDIDATE', 'invalid', text, { code }, '/candidates');
}

export function ticketNotOpen(ticketId: string): DomainError {
  const text = { zh: '工单不存在、未受理或已办结', en: 'The ticket does not exist, is not accepted or has ended' };
  return new DomainError('REFERRAL.TICKET_NOT_OPEN', 'invalid', text, { ticketId }, '/ticketId');
}
