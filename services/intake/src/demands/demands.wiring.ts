import { ChangeDemandHandler } from './change-demand.handler.js';
import { ConfirmDemandHandler } from './confirm-demand.handler.js';
import { PgDemandRepository } from './demand.pg-repository.js';
import { DemandRepository } from './demand.repository.js';
import { DemandsController } from './demands.controller.js';
import { DemandsDueRunner } from './demands-due.runner.js';
import { FileDemandHandler } from './file-demand.handler.js';
import { PassDemandTimeHandler } from './pass-demand-time.handler.js';
import { ReadDemandsQuery } from './read-demands.query.js';

/** What the intake module runs of general demands. */
export const DEMAND_CONTROLLERS = [DemandsController];

export const DEMAND_PROVIDERS = [
  { provide: DemandRepository, useClass: PgDemandRepository },
  FileDemandHandler,
  ChangeDemandHandler,
  ConfirmDemandHandler,
  ReadDemandsQuery,
  PassDemandTimeHandler,
  DemandsDueRunner,
];
