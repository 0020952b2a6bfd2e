import { DomainError } from '@nqi/kernel';

export function noSuchBooking(id: string): DomainError {
  return new DomainError('BOOKING.UNKNOWN', 'not_found', { zh: '没有此预约', en: 'No such booking' }, { id });
}

export function slotTaken(): DomainError {
  const text = { zh: '该时段已被预约', en: 'Somebody has booked this time already' };
  return new DomainError('BOOKING.TAKEN', 'conflict', text);
}

export function ticketNotUsable(ticketId: string): DomainError {
  const text = { zh: '工单不存在、已办结或不属于您', en: 'The ticket does not exist, has ended or is not yours' };
  return new DomainError('BOOKING.TICKET_NOT_USABLE', 'invalid', text, { ticketId }, '/ticketId');
}

export function tooEarly(opensAt: Date): DomainError {
  const at = opensAt.toISOString();
  const text = { zh: '尚未到可办理的时间', en: `This is possible from ${at} on` };
  return new DomainError('BOOKING.TOO_EARLY', 'conflict', text, { opensAt: at });
}

export function tooLate(): DomainError {
  const text = { zh: '预约时段已结束', en: 'The booked time is over' };
  return new DomainError('BOOKING.TOO_LATE', 'conflict', text);
}
