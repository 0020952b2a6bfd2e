import { DomainError } from '@nqi/kernel';

export function notConnected(): DomainError {
  const text = { zh: '未接入省平台', en: 'The platform of the province is not connected' };
  return new DomainError('UPWARDS.NOT_CONNECTED', 'not_found', text);
}

export function badSignature(): DomainError {
  const text = { zh: '签名无效或已过期', en: 'The signature is not valid, or has grown old' };
  return new DomainError('UPWARDS.BAD_SIGNATURE', 'forbidden', text);
}

export function messageReused(): DomainError {
  const text = { zh: '该消息编号已用于其他内容', en: 'A message with this id said another thing' };
  return new DomainError('UPWARDS.MESSAGE_REUSED', 'conflict', text);
}

export function nothingMissing(): DomainError {
  const text = { zh: '退回须一次性告知缺少的材料', en: 'A return says what is missing' };
  return new DomainError('UPWARDS.NOTHING_MISSING', 'invalid', text, {}, '/missing');
}

export function noReason(): DomainError {
  const text = { zh: '不予受理须说明理由', en: 'A refusal says why' };
  return new DomainError('UPWARDS.NO_REASON', 'invalid', text, {}, '/reason');
}

export function noSuchHandover(): DomainError {
  return new DomainError('UPWARDS.UNKNOWN', 'not_found', { zh: '没有此上报记录', en: 'No such handover' });
}

export function noSuchDelivery(): DomainError {
  return new DomainError('UPWARDS.NO_DELIVERY', 'not_found', { zh: '没有此消息', en: 'No such message' });
}

export function stillWaiting(): DomainError {
  const text = { zh: '该消息仍在等待发送', en: 'The message still waits to be sent' };
  return new DomainError('UPWARDS.STILL_WAITING', 'conflict', text);
}
