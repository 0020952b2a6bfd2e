import { IdField, IntegerField, ListField, PageQuery, ChoiceField, TextField, TextListField } from '@nqi/platform';
import { IsISO8601 } from 'class-validator';
import { HANDOVER_STATES, type HandoverState } from './handover.js';
import { PROVINCE_STATUSES, type ProvinceStatus, type ProvinceWord } from './province-word.js';

class DeliverableBody {
  @TextField({ max: 80 })
  number!: string;

  @TextField({ max: 200, optional: true })
  title?: string;

  @TextField({ max: 500, optional: true, description: 'Where it can be checked' })
  url?: string;
}

/** What the platform of the province says of a ticket; the body of its callback, and an entry of its answer to a question. */
export class StatusBody {
  @IdField()
  ticketId!: string;

  @IntegerField({ min: 1, max: 1_000_000, description: '`data.version` of the message that handed it over' })
  version!: number;

  @IntegerField({ min: 1, max: 1_000_000, description: 'Rises with every word of one handover; gaps are allowed' })
  sequence!: number;

  @ChoiceField(PROVINCE_STATUSES)
  status!: ProvinceStatus;

  @TextField({ max: 40, description: 'When it was done; ISO 8601', example: '2026-11-24T08:00:00Z' })
  @IsISO8601({ strict: true })
  at!: string;

  @TextField({ max: 80, optional: true, description: 'Number of the case at the province' })
  reference?: string;

  @TextListField({ max: 50, maxLength: 500, optional: true, description: 'With RETURNED: everything that is missing' })
  missing?: string[];

  @TextField({ max: 500, optional: true, description: 'With REFUSED: why' })
  reason?: string;

  @TextField({ max: 2000, optional: true, description: 'With RESOLVED: what came of it' })
  resolution?: string;

  @ListField(() => DeliverableBody, { max: 20, optional: true, description: 'With RESOLVED' })
  deliverables?: DeliverableBody[];
}

export class HandoversQuery extends PageQuery {
  @ChoiceField(HANDOVER_STATES, { optional: true })
  state?: HandoverState;
}

export const wordOf = ({ at, ...word }: StatusBody): ProvinceWord => ({ ...word, at: new Date(at) });
