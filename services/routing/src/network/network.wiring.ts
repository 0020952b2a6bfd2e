import { parseStandardNumber } from '@nqi/kernel';
import { regions, standards } from '@nqi/reference-data';
import { ApplyInstitutionHandler } from './apply-institution.handler.js';
import { DesignationsController } from './designations.controller.js';
import { EditInstitutionsHandler } from './edit-institutions.handler.js';
import { EditNodesHandler } from './edit-nodes.handler.js';
import { InstitutionEditingController } from './institution-editing.controller.js';
import { InstitutionLifecycleController } from './institution-lifecycle.controller.js';
import { PgInstitutionStepsRepository } from './institution-steps.pg-repository.js';
import { InstitutionStepsRepository } from './institution-steps.repository.js';
import { ListDesignationsQuery } from './list-designations.query.js';
import { ListInstitutionsQuery } from './list-institutions.query.js';
import { NetworkController } from './network.controller.js';
import { PgNetworkHistoryRepository } from './network-history.pg-repository.js';
import { NetworkHistoryRepository } from './network-history.repository.js';
import { PgNetworkRepository } from './network.pg-repository.js';
import { NetworkRepository } from './network.repository.js';
import { NodeEditingController } from './node-editing.controller.js';
import { ReadHistoryQuery } from './read-history.query.js';
import { ReadLifecycleQuery } from './read-lifecycle.query.js';
import { ReadNodesQuery } from './read-nodes.query.js';
import { ReadRemindersQuery } from './read-reminders.query.js';
import { ReadScopeQuery } from './read-scope.query.js';
import { RegionDirectory } from './region-directory.js';
import { RemindersController } from './reminders.controller.js';
import { PgReminderRepository } from './reminders.pg-repository.js';
import { ReminderRepository } from './reminders.repository.js';
import { ReminderRunner } from './reminders.runner.js';
import { ScopeEditingController } from './scope-editing.controller.js';
import { SeedNetworkHandler } from './seed-network.handler.js';
import { StepInstitutionHandler } from './step-institution.handler.js';
import { SupersededMethods } from './superseded-methods.js';

/** What the routing module runs of the service system. */
export const NETWORK_CONTROLLERS = [
  NetworkController,
  NodeEditingController,
  InstitutionEditingController,
  ScopeEditingController,
  DesignationsController,
  RemindersController,
  InstitutionLifecycleController,
];

export const NETWORK_PROVIDERS = [
  { provide: NetworkRepository, useClass: PgNetworkRepository },
  { provide: NetworkHistoryRepository, useClass: PgNetworkHistoryRepository },
  { provide: RegionDirectory, useFactory: regionDirectory },
  { provide: ReminderRepository, useClass: PgReminderRepository },
  ReminderRunner,
  ReadRemindersQuery,
  SeedNetworkHandler,
  ReadNodesQuery,
  ReadHistoryQuery,
  ListInstitutionsQuery,
  ListDesignationsQuery,
  ReadScopeQuery,
  { provide: SupersededMethods, useFactory: supersededMethods },
  EditNodesHandler,
  EditInstitutionsHandler,
  { provide: InstitutionStepsRepository, useClass: PgInstitutionStepsRepository },
  ApplyInstitutionHandler,
  StepInstitutionHandler,
  ReadLifecycleQuery,
];

function regionDirectory(): RegionDirectory {
  const own = regions().filter(({ level }) => level === 'province' || level === 'city' || level === 'county');
  return new RegionDirectory(
    regions().map(({ code }) => code),
    own.map(({ code }) => code),
  );
}

function supersededMethods(): SupersededMethods {
  const replaced = standards().filter(({ status, replacedBy }) => status === 'superseded' && replacedBy.length > 0);
  const spelled = (stdNo: string) => parseStandardNumber(stdNo)?.normalized ?? stdNo;
  return new SupersededMethods(new Map(replaced.map(({ stdNo, replacedBy }) => [spelled(stdNo), replacedBy])));
}
