import { PgDraftRepository } from './draft.pg-repository.js';
import { DraftRepository } from './draft.repository.js';
import { DraftsController } from './drafts.controller.js';
import { ExpireDraftsRunner } from './expire-drafts.runner.js';
import { KeepDraftHandler } from './keep-draft.handler.js';
import { ReadDraftsQuery } from './read-drafts.query.js';

/** What the intake module runs of drafts. */
export const DRAFT_CONTROLLERS = [DraftsController];

export const DRAFT_PROVIDERS = [
  { provide: DraftRepository, useClass: PgDraftRepository },
  KeepDraftHandler,
  ReadDraftsQuery,
  ExpireDraftsRunner,
];
