import type { Ticket, TicketAction } from '../../api/tickets.js';

/** Why a clock may stand still. */
export const PAUSE_REASONS = [
  'WAIT_CLIENT_DOC',
  'WAIT_SAMPLE',
  'WAIT_PAYMENT',
  'CLIENT_CORRECTIVE_ACTION',
  'EXPERT_REVIEW',
  'FORCE_MAJEURE',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What the person filled in, for whichever action it is. */
export interface Answers {
  readonly institutionId: string;
  readonly assignee: string;
  readonly nodeCode: string;
  readonly reason: string;
  /** One missing thing per line. */
  readonly missing: string;
  readonly reasonCode: PauseReason | '';
  readonly note: string;
  readonly resolution: string;
}

export const EMPTY_ANSWERS: Answers = {
  institutionId: '',
  assignee: '',
  nodeCode: '',
  reason: '',
  missing: '',
  reasonCode: '',
  note: '',
  resolution: '',
};

type Institution = Pick<Ticket, 'institutionId'>;

const filled = (text: string): boolean => text.trim() !== '';

export const missingLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(filled);

/** Another institution than the proposed one needs a reason. */
export const overrides = ({ institutionId }: Answers, ticket: Institution): boolean =>
  filled(institutionId) && institutionId !== ticket.institutionId;

export function isComplete(action: TicketAction, answers: Answers, ticket: Institution): boolean {
  const complete: Record<TicketAction, boolean> = {
    accept: !overrides(answers, ticket) || !ticket.institutionId || filled(answers.reason),
    assign: filled(answers.assignee),
    transfer: filled(answers.nodeCode) && filled(answers.reason),
    escalate: filled(answers.reason),
    return: missingLines(answers.missing).length > 0,
    pause: answers.reasonCode !== '',
    resume: true,
    resolve: filled(answers.resolution),
  };
  return complete[action];
}

export function bodyOf(action: TicketAction, answers: Answers, ticket: Institution): object {
  const { institutionId, nodeCode, reasonCode } = answers;
  const text = (name: 'reason' | 'note' | 'assignee' | 'resolution') => answers[name].trim();
  const note = filled(answers.note) ? { note: text('note') } : {};
  const bodies: Record<TicketAction, object> = {
    accept: overrides(answers, ticket)
      ? { institutionId, ...(filled(answers.reason) && { reason: text('reason') }) }
      : {},
    assign: { assignee: text('assignee') },
    transfer: { nodeCode, reason: text('reason') },
    escalate: { reason: text('reason') },
    return: { missing: missingLines(answers.missing) },
    pause: { reasonCode, ...note },
    resume: note,
    resolve: { resolution: text('resolution') },
  };
  return bodies[action];
}
