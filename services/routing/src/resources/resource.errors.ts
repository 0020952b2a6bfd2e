import { DomainError } from '@nqi/kernel';
import type { ResourceStatus } from './resource.js';

export function noSuchResource(id: string, pointer?: string): DomainError {
  const text = { zh: '没有此共享资源', en: 'No such resource' };
  return new DomainError('RESOURCE.UNKNOWN', pointer === undefined ? 'not_found' : 'invalid', text, { id }, pointer);
}

export function outOfService(status: ResourceStatus): DomainError {
  const text = { zh: `该资源当前不可预约（${status}）`, en: `The resource cannot be booked: ${status}` };
  return new DomainError('RESOURCE.OUT_OF_SERVICE', 'conflict', text, { status });
}

export function calibrationTooShort(calibratedUntil: string): DomainError {
  const text = {
    zh: `该资源校准有效期至 ${calibratedUntil}，不能预约此后的时间`,
    en: `The calibration is valid until ${calibratedUntil}; later times cannot be booked`,
  };
  return new DomainError('RESOURCE.CALIBRATION_ENDS', 'conflict', text, { calibratedUntil });
}

export function outsideWindows(): DomainError {
  const text = { zh: '预约时间须在同一开放时段内', en: 'A booking lies within one opening window of a working day' };
  return new DomainError('BOOKING.OUTSIDE_WINDOWS', 'invalid', text, {}, '/start');
}

export function offGrid(slotMinutes: number): DomainError {
  const text = {
    zh: `预约须自开放时刻起按 ${slotMinutes} 分钟对齐`,
    en: `Bookings begin and end in steps of ${slotMinutes} minutes from the opening`,
  };
  return new DomainError('BOOKING.OFF_GRID', 'invalid', text, { slotMinutes }, '/start');
}

export function inThePast(): DomainError {
  const text = { zh: '不能预约过去的时间', en: 'The time has begun already' };
  return new DomainError('BOOKING.IN_THE_PAST', 'invalid', text, {}, '/start');
}

export function tooFarAhead(days: number): DomainError {
  const text = { zh: `最多可提前 ${days} 天预约`, en: `Bookings are taken ${days} days ahead at most` };
  return new DomainError('BOOKING.TOO_FAR_AHEAD', 'invalid', text, { days }, '/end');
}

export function frameTooLong(days: number): DomainError {
  const text = { zh: `起止时间须先后有序且不超过 ${days} 天`, en: `From comes before until, by ${days} days at most` };
  return new DomainError('RESOURCE.BAD_FRAME', 'invalid', text, { days }, '/until');
}

export function badWindows(pointer: string): DomainError {
  const text = { zh: '开放时段须先后有序、互不重叠', en: 'Opening windows are in order and apart from each other' };
  return new DomainError('RESOURCE.BAD_WINDOWS', 'invalid', text, {}, pointer);
}

export function numberTaken(no: string): DomainError {
  const text = { zh: `资源编号 ${no} 已存在`, en: `There is a resource ${no} already` };
  return new DomainError('RESOURCE.NUMBER_TAKEN', 'conflict', text, { no }, '/no');
}

export function unknownOwner(ownerId: string): DomainError {
  const text = { zh: `没有机构 ${ownerId}`, en: `No institution ${ownerId}` };
  return new DomainError('RESOURCE.UNKNOWN_OWNER', 'invalid', text, { ownerId }, '/ownerId');
}
