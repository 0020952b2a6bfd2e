import { ChoiceField, IdField, IntegerField, PageQuery, TextField, TextListField } from '@nqi/platform';
import { DECLINE_REASONS, REFERRAL_STATUSES, type DeclineReason, type ReferralStatus } from './referral.js';

const STATUS_LIST = new RegExp(`^(?:${REFERRAL_STATUSES.join('|')})(?:,(?:${REFERRAL_STATUSES.join('|')}))*$`);

export class ListReferralsRequest extends PageQuery {
  @TextField({ optional: true, pattern: STATUS_LIST, description: 'One or several, joined by commas' })
  status?: string;

  @IdField({ optional: true })
  ticketId?: string;
}

export function statusesOf({ status }: ListReferralsRequest): ReferralStatus[] | undefined {
  return status?.split(',') as ReferralStatus[] | undefined;
}

export class DraftReferralBody {
  @IdField()
  ticketId!: string;

  @TextField({ max: 1_000, description: 'What the other office is asked to do' })
  purpose!: string;

  @IntegerField({ min: 1, max: 60, description: 'Working days from receiving to returning' })
  limitDays!: number;

  @TextListField({
    optional: true,
    min: 1,
    max: 20,
    maxLength: 20,
    description: 'Offices to ask, in this order; the nearest and then the higher ones unless named',
  })
  candidates?: string[];
}

export class OfferBody {
  @TextListField({ optional: true, min: 1, max: 20, maxLength: 20, description: 'Other offices than so far' })
  candidates?: string[];
}

export class DeclineBody {
  @ChoiceField(DECLINE_REASONS)
  reasonCode!: DeclineReason;

  @TextField({ optional: true, max: 500 })
  note?: string;
}

/** What is said with a step that needs no more than a word, if any. */
export class NoteBody {
  @TextField({ optional: true, max: 500 })
  note?: string;
}

/** What changes hands, and in which condition; or why a referral is given up. */
export class StatementBody {
  @TextField({ max: 1_000 })
  note!: string;
}
