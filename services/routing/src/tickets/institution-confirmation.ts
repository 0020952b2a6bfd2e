import type { InstitutionChoice } from '../rules/decision.js';
import type { InstitutionOverride } from './ticket-events.js';
import { isOfficeServed, type InstitutionRef, type TicketState } from './ticket-state.js';
import { institutionNeeded, institutionNotWanted, overrideNeedsReason } from './ticket.errors.js';

/** Who performs an accepted ticket, and whether that is another body than the one proposed. */
export interface Confirmation {
  readonly institution?: InstitutionRef;
  readonly institutionChoice: InstitutionChoice;
  readonly override?: InstitutionOverride;
}

/** The proposed institution, or the one a person named instead, for which a reason is due. */
export function confirmed(
  { institution: proposed, institutionChoice, domain }: TicketState,
  named: InstitutionRef | undefined,
  reason: string | undefined,
): Confirmation {
  if (isOfficeServed(domain)) {
    if (named) throw institutionNotWanted();
    return { institutionChoice };
  }
  if (!named || named.id === proposed?.id) {
    if (!proposed) throw institutionNeeded();
    return { institution: proposed, institutionChoice };
  }
  if (proposed && !reason) throw overrideNeedsReason();
  return {
    institution: named,
    institutionChoice: institutionChoice === 'statutory' ? 'statutory' : 'platform',
    override: {
      ...(proposed && { fromInstitutionId: proposed.id }),
      toInstitutionId: named.id,
      ...(reason !== undefined && { reason }),
    },
  };
}
