import { DOMAINS } from '@nqi/kernel';
import { ChoiceField, FreeObjectField, IntegerField, PageQuery, TextField, TextListField } from '@nqi/platform';
import { Matches } from 'class-validator';
import { MATERIAL_ID, MOST_MATERIALS } from './filing.dto.js';
import { REQUEST_STATUSES, type RequestStatus } from './request-status.js';
import { STORABLE } from '../faults/storable.js';

export class RequestsQuery extends PageQuery {
  @ChoiceField(REQUEST_STATUSES, { optional: true })
  status?: RequestStatus;

  @ChoiceField(DOMAINS, { optional: true, description: 'Requests with an item of this domain' })
  domain?: string;

  @TextField({ max: 12, optional: true, pattern: /^\d+$/ })
  regionCode?: string;

  @TextField({ max: 18, optional: true, pattern: /^[0-9A-Za-z]+$/ })
  enterpriseUscc?: string;

  @TextField({ max: 40, optional: true, pattern: /^[0-9A-Za-z-]+$/, description: 'Beginning of a request number' })
  q?: string;
}

export class CancelBody {
  @TextField({ max: 500, pattern: STORABLE })
  reason!: string;
}

export class CorrectionBody {
  @FreeObjectField({ description: "Filled by the service's form, whole" })
  form!: Record<string, unknown>;

  @TextListField({ max: MOST_MATERIALS, maxLength: 36, optional: true, description: 'Materials to add to the item' })
  @Matches(MATERIAL_ID, { each: true })
  materials?: string[];
}

export class RatingBody {
  @IntegerField({ min: 1, max: 5 })
  stars!: number;

  @TextListField({ max: 10, maxLength: 200, optional: true, description: 'Needed for one or two stars' })
  @Matches(STORABLE, { each: true })
  reasons?: string[];
}
