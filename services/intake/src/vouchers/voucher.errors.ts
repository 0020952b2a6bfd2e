import { DomainError, formatFen, type Fen } from '@nqi/kernel';
import type { MovingStep, VoucherStatus } from './voucher-state.js';

export function unknownVoucher(): DomainError {
  return new DomainError('VOUCHER.UNKNOWN', 'not_found', { zh: '没有此券', en: 'No such voucher' });
}

export function unknownProgramme(): DomainError {
  return new DomainError('VOUCHER_PROGRAMME.UNKNOWN', 'not_found', { zh: '没有此券政策', en: 'No such programme' });
}

export function unknownEnterprise(): DomainError {
  const text = { zh: '没有此注册企业', en: 'No such registered enterprise' };
  return new DomainError('VOUCHER.ENTERPRISE_UNKNOWN', 'invalid', text, {}, '/enterpriseUscc');
}

export function badDays(pointer: string): DomainError {
  const text = { zh: '起止日期有误', en: 'The first and the last day are not right' };
  return new DomainError('VOUCHER_PROGRAMME.BAD_DAYS', 'invalid', text, {}, pointer);
}

export function badMoney(pointer: string): DomainError {
  const text = { zh: '单券上限不能超过预算', en: 'A voucher cannot hold more than the budget' };
  return new DomainError('VOUCHER_PROGRAMME.CAP_ABOVE_BUDGET', 'invalid', text, {}, pointer);
}

export function paysNothing(): DomainError {
  const text = { zh: '请指明可用的领域或服务', en: 'Say which domains or services it pays for' };
  return new DomainError('VOUCHER_PROGRAMME.PAYS_NOTHING', 'invalid', text, {}, '/domains');
}

export function unknownDomain(index: number): DomainError {
  const text = { zh: '没有此领域', en: 'There is no such domain' };
  return new DomainError('VOUCHER_PROGRAMME.DOMAIN_UNKNOWN', 'invalid', text, {}, `/domains/${index}`);
}

export function unknownService(code: string, index: number): DomainError {
  const text = { zh: `没有服务 ${code}`, en: `There is no service ${code}` };
  return new DomainError('VOUCHER_PROGRAMME.SERVICE_UNKNOWN', 'invalid', text, { code }, `/serviceCodes/${index}`);
}

/** Says nothing of how much is left: that is the programme's own page. */
export function passesBudget(pointer: string): DomainError {
  const text = { zh: '超出政策预算余额', en: 'The budget does not allow it' };
  return new DomainError('VOUCHER_PROGRAMME.BUDGET_PASSED', 'conflict', text, {}, pointer);
}

export function passesCap(capFen: Fen): DomainError {
  const text = {
    zh: `单券不得超过 ${formatFen(capFen)}`,
    en: `A voucher holds at most ${formatFen(capFen)}`,
  };
  return new DomainError('VOUCHER.CAP_PASSED', 'invalid', text, { capFen }, '/amountFen');
}

export function hasExpired(): DomainError {
  return new DomainError('VOUCHER.EXPIRED', 'conflict', { zh: '券已过期', en: 'The voucher has expired' });
}

export function notYet(firstDay: string): DomainError {
  const text = { zh: `券自 ${firstDay} 起可用`, en: `The voucher can be used from ${firstDay}` };
  return new DomainError('VOUCHER.NOT_YET', 'conflict', text, { firstDay });
}

export function nothingPaid(): DomainError {
  const text = { zh: '按比例计算不足一分，不能抵扣', en: 'Its share of this price is less than one fen' };
  return new DomainError('VOUCHER.NOTHING_PAID', 'conflict', text);
}

export function ownApplication(): DomainError {
  const text = { zh: '结算须由申请人以外的人办理', en: 'A settlement is decided by somebody else than who applied' };
  return new DomainError('VOUCHER.OWN_APPLICATION', 'forbidden', text);
}

export function orderNotAccepted(): DomainError {
  const text = { zh: '没有可用券的已接受报价', en: 'There is no accepted quote that it could pay for' };
  return new DomainError('VOUCHER.NO_ORDER', 'conflict', text, {}, '/quoteId');
}

export function notPaidFor(serviceCode: string): DomainError {
  const text = { zh: '该券不能用于此服务', en: 'The voucher does not pay for this service' };
  return new DomainError('VOUCHER.OTHER_SERVICE', 'conflict', text, { serviceCode }, '/quoteId');
}

export function orderTaken(): DomainError {
  const text = { zh: '一单只能用一张券', en: 'One order takes one voucher' };
  return new DomainError('VOUCHER.ORDER_TAKEN', 'conflict', text, {}, '/quoteId');
}

export function illegalStep(step: MovingStep, status: VoucherStatus): DomainError {
  const text = {
    zh: `券的当前状态（${status}）不允许此操作`,
    en: `"${step}" is not possible while the voucher is "${status}"`,
  };
  return new DomainError('VOUCHER.ILLEGAL_STEP', 'conflict', text, { step, status });
}
