import { ChoiceField, TextField } from '@nqi/platform';
import { DECLINE_REASONS, type DeclineReason } from './decline-ticket.handler.js';

export class OverrideBody {
  @TextField({ optional: true, max: 20, description: 'Office that takes it; without one it stays where it is' })
  nodeCode?: string;

  @TextField({ optional: true, max: 20, description: 'Institution that performs it, fit as of today' })
  institutionId?: string;

  @TextField({ max: 500 })
  reason!: string;
}

export class DeclineBody {
  @ChoiceField(DECLINE_REASONS)
  reasonCode!: DeclineReason;

  @TextField({ max: 500, description: 'What the enterprise is told' })
  text!: string;
}
