import {
  ChoiceField,
  FreeObjectField,
  IdField,
  IntegerField,
  InvalidBody,
  ListField,
  bodyValidation,
} from '@nqi/platform';
import {
  AcceptBody,
  AssignBody,
  EscalateBody,
  PauseBody,
  ResumeBody,
  ReturnBody,
  TransferBody,
} from '../tickets/tickets.requests.js';
import { sameTicketTwice } from './bulk.errors.js';
import { type Step, type StepName } from './take-step.handler.js';
import { ClaimBody } from './workstation.requests.js';

const LARGEST_VERSION = 2_147_483_647;

class ReleaseBody {}

/** Shape of `body` by action: that of the same action on one ticket. */
const BODIES: Readonly<Record<StepName, new () => object>> = {
  accept: AcceptBody,
  assign: AssignBody,
  transfer: TransferBody,
  claim: ClaimBody,
  release: ReleaseBody,
  return: ReturnBody,
  escalate: EscalateBody,
  pause: PauseBody,
  resume: ResumeBody,
};

class BulkTicket {
  @IdField()
  id!: string;

  @IntegerField({ min: 0, max: LARGEST_VERSION, optional: true, description: 'The version the caller saw' })
  version?: number;
}

export class BulkRequest {
  @ChoiceField(Object.keys(BODIES))
  action!: StepName;

  @ListField(() => BulkTicket, { min: 1, max: 100 })
  tickets!: BulkTicket[];

  @FreeObjectField({ optional: true, description: 'What the same action on one ticket has as its body' })
  body?: object;
}

const bodies = bodyValidation();

/** Throws for a body that the action does not take, and for a ticket that is named twice. */
export async function stepOf({ action, tickets, body = {} }: BulkRequest): Promise<Step> {
  const ids = tickets.map(({ id }) => id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (repeated >= 0) throw sameTicketTwice(repeated);
  try {
    return { action, body: await bodies.transform(body, { type: 'body', metatype: BODIES[action] }) } as Step;
  } catch (error) {
    if (!(error instanceof InvalidBody)) throw error;
    throw new InvalidBody(error.faults.map((fault) => ({ ...fault, pointer: `/body${fault.pointer}` })));
  }
}
