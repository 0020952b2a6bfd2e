import { DomainError, shanghaiDate, shanghaiTimeOfDay } from '@nqi/kernel';
import type { TicketLease } from './ticket-lease.js';

export function leasedByAnother({ holder, holderName, until }: TicketLease): DomainError {
  const text = {
    zh: `工单已由 ${holderName} 领取，至 ${clockTime(until)}`,
    en: `${holderName} has claimed this ticket until ${clockTime(until)}`,
  };
  return new DomainError('TICKET.LEASED', 'conflict', text, { holder, holderName, until: until.toISOString() });
}

export function nothingToClaim(status: string): DomainError {
  const text = { zh: '工单已结束，无需领取', en: 'The ticket has ended, there is nothing to claim' };
  return new DomainError('TICKET.ENDED', 'conflict', text, { status });
}

/** Date and time of an office's clock, to the minute. */
function clockTime(at: Date): string {
  const minutes = Math.floor(shanghaiTimeOfDay(at) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${shanghaiDate(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
