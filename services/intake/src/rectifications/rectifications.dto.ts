import { BooleanField, ChoiceField, IdField, IntegerField, PageQuery, TextField } from '@nqi/platform';
import {
  APPEAL_GROUNDS,
  OFFICE_STEPS,
  RECTIFICATION_CAUSES,
  RECTIFICATION_STATUSES,
  type AppealGround,
  type OfficeStep,
  type RectificationCause,
  type RectificationStatus,
} from './rectification-state.js';
import { STORABLE } from '../faults/storable.js';

const STATUS_LIST = new RegExp(
  `^(?:${RECTIFICATION_STATUSES.join('|')})(?:,(?:${RECTIFICATION_STATUSES.join('|')}))*$`,
);

export class RectificationsQuery extends PageQuery {
  @TextField({ optional: true, pattern: STATUS_LIST, description: 'One or several, joined by commas' })
  status?: string;

  @ChoiceField(RECTIFICATION_CAUSES, { optional: true })
  cause?: RectificationCause;

  @IdField({ optional: true })
  requestId?: string;

  @BooleanField({ optional: true, description: 'Only those with a passed clock that still runs' })
  overdue?: boolean;
}

export function statusesOf({ status }: RectificationsQuery): RectificationStatus[] | undefined {
  return status?.split(',') as RectificationStatus[] | undefined;
}

/** What is said with every step; it stays on record. */
class NoteBody {
  @TextField({ max: 1_000, pattern: STORABLE })
  note!: string;
}

export class StepBody extends NoteBody {
  @ChoiceField(OFFICE_STEPS)
  step!: OfficeStep;

  @ChoiceField(APPEAL_GROUNDS, { optional: true, description: 'Of an appeal' })
  ground?: AppealGround;
}

export class DecisionBody extends NoteBody {
  @BooleanField({ description: 'True removes the rating from the figures' })
  upheld!: boolean;
}

export class NewRatingBody extends NoteBody {
  @IntegerField({ min: 1, max: 5 })
  stars!: number;
}

export class ComplaintBody {
  @ChoiceField(['complaint', 'objection'] as const, { description: 'An objection is to a result' })
  cause!: 'complaint' | 'objection';

  @TextField({ max: 2_000, pattern: STORABLE })
  text!: string;
}
