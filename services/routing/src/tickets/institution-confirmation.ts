import type { InstitutionChoice } from '../rules/decision.js';
import type { InstitutionOverride } from './ticket-events.js';
import { isAbove, isOfficeServed, type InstitutionRef, type TicketState } from './ticket-state.js';
import { choiceDue, institutionNeeded, institutionNotWanted, overrideNeedsReason } from './ticket.errors.js';

/** Who performs an accepted ticket, and whether that is another body than the one proposed. */
export interface Confirmation {
  readonly institution?: InstitutionRef;
  readonly institutionChoice: InstitutionChoice;
  readonly override?: InstitutionOverride;
}

/** The proposed institution, or the one a person named instead, for which a reason is due. */
export function confirmed(
  ticket: TicketState,
  named: InstitutionRef | undefined,
  reason: string | undefined,
): Confirmation {
  const { institution: proposed, institutionChoice, domain } = ticket;
  // The province has bodies of its own; ours has no order.
  if (isAbove(ticket)) return { institution: undefined, institutionChoice: 'none' };
  if (isOfficeServed(domain)) {
    if (named) throw institutionNotWanted();
    return { institutionChoice };
  }
  const awaited = institutionChoice === 'awaited';
  if (!named || named.id === proposed?.id) {
    if (!proposed) throw awaited ? choiceDue() : institutionNeeded();
    return { institution: proposed, institutionChoice };
  }
  if ((proposed || awaited) && !reason) throw overrideNeedsReason();
  return {
    institution: named,
    institutionChoice: CHOSEN_BY_HAND[institutionChoice],
    override: {
      ...(proposed && { fromInstitutionId: proposed.id }),
      toInstitutionId: named.id,
      ...(reason !== undefined && { reason }),
    },
  };
}

/** What a choice is after an office named the body; one that was the client's to make is written down for the client. */
const CHOSEN_BY_HAND: Readonly<Record<InstitutionChoice, InstitutionChoice>> = {
  statutory: 'statutory',
  awaited: 'client',
  client: 'platform',
  platform: 'platform',
  none: 'platform',
};
