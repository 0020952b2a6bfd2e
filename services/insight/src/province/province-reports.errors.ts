import { DomainError } from '@nqi/kernel';

export function noSuchReport(): DomainError {
  return new DomainError('PROVINCE_REPORT.UNKNOWN', 'not_found', { zh: '没有此上报', en: 'No such report' });
}

export function stillWaiting(): DomainError {
  const text = { zh: '该上报仍在等待发送', en: 'The report still waits to be sent' };
  return new DomainError('PROVINCE_REPORT.STILL_WAITING', 'conflict', text);
}
