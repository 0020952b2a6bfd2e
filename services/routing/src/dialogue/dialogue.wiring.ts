import { AnnotationsController } from './annotations.controller.js';
import { PgDialogueRepository } from './dialogue.pg-repository.js';
import { DialogueRepository } from './dialogue.repository.js';
import { LinkTicketsHandler } from './link-tickets.handler.js';
import { PgLinkRepository } from './link.pg-repository.js';
import { LinkRepository } from './link.repository.js';
import { ListLinksQuery } from './list-links.query.js';
import { ListNotesQuery } from './list-notes.query.js';
import { PgNoteRepository } from './note.pg-repository.js';
import { NoteRepository } from './note.repository.js';
import { ProgressController } from './progress.controller.js';
import { ReadProgressQuery } from './read-progress.query.js';
import { SplitController } from './split.controller.js';
import { SplitLinkHandler } from './split-link.handler.js';
import { SplitTicketHandler } from './split-ticket.handler.js';
import { UrgeTicketHandler } from './urge-ticket.handler.js';
import { WriteNoteHandler } from './write-note.handler.js';

/** What the routing module runs of what applicants and offices say about tickets. */
export const DIALOGUE_CONTROLLERS = [ProgressController, AnnotationsController, SplitController];

export const DIALOGUE_PROVIDERS = [
  { provide: DialogueRepository, useClass: PgDialogueRepository },
  { provide: NoteRepository, useClass: PgNoteRepository },
  { provide: LinkRepository, useClass: PgLinkRepository },
  ReadProgressQuery,
  UrgeTicketHandler,
  WriteNoteHandler,
  ListNotesQuery,
  LinkTicketsHandler,
  ListLinksQuery,
  SplitLinkHandler,
  SplitTicketHandler,
];
