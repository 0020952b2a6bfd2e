import { PgDialogueRepository } from './dialogue.pg-repository.js';
import { DialogueRepository } from './dialogue.repository.js';
import { ProgressController } from './progress.controller.js';
import { ReadProgressQuery } from './read-progress.query.js';
import { UrgeTicketHandler } from './urge-ticket.handler.js';

/** What the routing module runs of what applicants and offices say about tickets. */
export const DIALOGUE_CONTROLLERS = [ProgressController];

export const DIALOGUE_PROVIDERS = [
  { provide: DialogueRepository, useClass: PgDialogueRepository },
  ReadProgressQuery,
  UrgeTicketHandler,
];
