import { FreeObjectField, ListField, PageQuery, TextField } from '@nqi/platform';
import { STORABLE } from '../faults/storable.js';
import { FilingItemBody, OnBehalfBody } from '../requests/filing.dto.js';
import { DEMAND_STATUSES, type DemandStatus } from './demand.js';

const MOST_PROPOSED = 20;
const STATUS_LIST = new RegExp(`^(?:${DEMAND_STATUSES.join('|')})(?:,(?:${DEMAND_STATUSES.join('|')}))*$`);

export class DemandsQuery extends PageQuery {
  @TextField({ optional: true, max: 60, pattern: STATUS_LIST, description: 'One or several, joined by commas' })
  status?: string;
}

export function statusesOf({ status }: DemandsQuery): DemandStatus[] | undefined {
  return status?.split(',') as DemandStatus[] | undefined;
}

export class DemandBody extends OnBehalfBody {
  @TextField({ max: 2_000, pattern: STORABLE, description: 'What is needed, in words' })
  text!: string;
}

class ProposedItemBody {
  @TextField({ max: 20, example: 'TST-001' })
  serviceCode!: string;

  @FreeObjectField({ description: 'As far as the need says; the enterprise completes it' })
  form!: Record<string, unknown>;
}

export class ProposalBody {
  @ListField(() => ProposedItemBody, { min: 1, max: MOST_PROPOSED })
  items!: ProposedItemBody[];

  @TextField({ max: 40, optional: true, description: 'The package that all of them are of' })
  packageCode?: string;

  @TextField({ max: 1_000, pattern: STORABLE, description: 'Told to the enterprise' })
  message!: string;
}

export class ConfirmBody {
  @ListField(() => FilingItemBody, { min: 1, max: MOST_PROPOSED })
  items!: FilingItemBody[];
}

export class DemandReasonBody {
  @TextField({ max: 500, pattern: STORABLE })
  reason!: string;
}
