import { TrackRequestQuery } from './track-request.query.js';
import { TrackingCodes } from './tracking-codes.query.js';
import { PgTrackingKeyRepository } from './tracking-key.pg-repository.js';
import { TrackingKeyRepository } from './tracking-key.repository.js';
import { TrackingController } from './tracking.controller.js';

/** What the intake module runs of public tracking. */
export const TRACKING_CONTROLLERS = [TrackingController];

export const TRACKING_PROVIDERS = [
  { provide: TrackingKeyRepository, useClass: PgTrackingKeyRepository },
  TrackingCodes,
  TrackRequestQuery,
];
