import { ChangeRectificationHandler } from './change-rectification.handler.js';
import { ComplaintsController } from './complaints.controller.js';
import { OpenRectificationHandler } from './open-rectification.handler.js';
import { OverdueRunner } from './overdue.runner.js';
import { ReadRectificationsQuery } from './read-rectifications.query.js';
import { PgRectificationRepository } from './rectification.pg-repository.js';
import { RectificationRepository } from './rectification.repository.js';
import { RectificationsController } from './rectifications.controller.js';

/** What the intake module runs of bad ratings, complaints and objections. */
export const RECTIFICATION_CONTROLLERS = [RectificationsController, ComplaintsController];

export const RECTIFICATION_PROVIDERS = [
  { provide: RectificationRepository, useClass: PgRectificationRepository },
  OpenRectificationHandler,
  ChangeRectificationHandler,
  ReadRectificationsQuery,
  OverdueRunner,
];
