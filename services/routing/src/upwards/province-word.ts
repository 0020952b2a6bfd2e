import type { Act, Ticket } from '../tickets/ticket.js';
import type { Office } from '../tickets/ticket-routing.js';
import type { TicketStatus } from '../tickets/ticket-state.js';
import type { Handover, HandoverState } from './handover.js';

export const PROVINCE_STATUSES = ['ACCEPTED', 'IN_PROGRESS', 'RETURNED', 'RESOLVED', 'REFUSED'] as const;
export type ProvinceStatus = (typeof PROVINCE_STATUSES)[number];

export interface ProvinceDeliverable {
  readonly number: string;
  readonly title?: string;
  /** Where whoever has the number can check it. */
  readonly url?: string;
}

/** What the platform of the province says of a ticket that it was handed. */
export interface ProvinceWord {
  readonly ticketId: string;
  /** Of the handover that it speaks of. */
  readonly version: number;
  /** Rises with every word of one handover. */
  readonly sequence: number;
  readonly status: ProvinceStatus;
  readonly at: Date;
  readonly reference?: string;
  /** Of `RETURNED`: everything that is missing. */
  readonly missing?: readonly string[];
  /** Why it was refused. */
  readonly reason?: string;
  readonly resolution?: string;
  readonly deliverables?: readonly ProvinceDeliverable[];
}

/**
 * What became of a word: `REPEATED` one that was followed before, `OVERTAKEN` by a later one, `CONTRADICTED` by what was
 * followed before or is done, `NOT_AWAITED` since the ticket was taken back.
 */
export const WORD_OUTCOMES = ['FOLLOWED', 'REPEATED', 'OVERTAKEN', 'CONTRADICTED', 'NOT_AWAITED'] as const;
export type WordOutcome = (typeof WORD_OUTCOMES)[number];

type Step = 'resume' | 'accept' | 'begin' | 'return' | 'resolve' | 'hand-back';

/** The status that ended a handover by the province's own word. */
const LAST_WORD: Partial<Record<HandoverState, ProvinceStatus>> = { RESOLVED: 'RESOLVED', REFUSED: 'REFUSED' };

/** Whether a word is the next one of its handover, `undefined` where there never was such a handover. */
export function judge(handover: Handover | undefined, { sequence, status }: ProvinceWord): WordOutcome {
  if (!handover || handover.state === 'WITHDRAWN') return 'NOT_AWAITED';
  if (sequence < handover.sequence) return 'OVERTAKEN';
  if (sequence === handover.sequence) return status === handover.status ? 'REPEATED' : 'CONTRADICTED';
  if (handover.state !== 'OPEN') return status === LAST_WORD[handover.state] ? 'REPEATED' : 'CONTRADICTED';
  return 'FOLLOWED';
}

const AWAY: readonly TicketStatus[] = ['RETURNED', 'PAUSED'];

/**
 * What has to be done to a ticket so that it stands as the province says; words that were lost or come later are made
 * up for. `undefined` when it stands further already.
 */
export function stepsTo(
  said: ProvinceStatus,
  status: TicketStatus,
  resumesTo: TicketStatus = status,
): Step[] | undefined {
  if (said === 'REFUSED') return ['hand-back'];
  const stands = AWAY.includes(status) ? resumesTo : status;
  const back: Step[] = AWAY.includes(status) ? ['resume'] : [];
  const accepted: Step[] = stands === 'ROUTED' ? ['accept'] : [];
  switch (said) {
    case 'ACCEPTED':
      return stands === 'IN_PROGRESS' ? undefined : [...back, ...accepted];
    case 'IN_PROGRESS':
      return [...back, ...accepted, ...(stands === 'IN_PROGRESS' ? [] : (['begin'] as const))];
    case 'RETURNED':
      return [...back, 'return'];
    case 'RESOLVED':
      return [...back, ...accepted, 'resolve'];
  }
}

/** Does what the word says through the ticket's own commands; whether it is the next word is judged before. */
export function follow(ticket: Ticket, word: ProvinceWord, act: Act, hub: Office): WordOutcome {
  const { status, resumesTo } = ticket.snapshot();
  const steps = stepsTo(word.status, status, resumesTo);
  if (!steps) return 'CONTRADICTED';
  for (const step of steps) take(step, ticket, word, act, hub);
  return 'FOLLOWED';
}

function take(step: Step, ticket: Ticket, word: ProvinceWord, act: Act, hub: Office): void {
  switch (step) {
    case 'resume':
      return ticket.resume(act);
    case 'accept':
      return ticket.accept(act);
    case 'begin':
      return ticket.begin(act);
    case 'return':
      return ticket.return(act, word.missing ?? []);
    case 'resolve':
      return ticket.resolve(
        act,
        word.resolution ?? '',
        (word.deliverables ?? []).map(({ number }) => number),
      );
    case 'hand-back':
      return ticket.handBack(act, hub, word.reason ?? '');
  }
}
