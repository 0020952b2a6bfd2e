import { DomainError } from '@nqi/kernel';

/** A desk filled up between a decision and its commit: deciding again helps, which is what serialisation failures mean. */
class DeskFilledUp extends Error {
  readonly code = '40001';
}

export const deskFilledUp = (desk: string): Error => new DeskFilledUp(`${desk} filled up meanwhile`);

/** Somebody asks for a place where there is none. */
export function deskFull(desk: string): DomainError {
  return new DomainError(
    'TICKET.DESK_FULL',
    'conflict',
    { zh: `${desk} 在办工单已达上限`, en: `${desk} holds as many open tickets as it can` },
    { code: desk },
    desk.startsWith('ORG') ? '/institutionId' : '/nodeCode',
  );
}
