import { DeclineTicketHandler } from './decline-ticket.handler.js';
import { ListTriageQuery } from './list-triage.query.js';
import { OverrideTicketHandler } from './override-ticket.handler.js';
import { TriageController } from './triage.controller.js';
import { PgTriageRepository } from './triage.pg-repository.js';
import { TriageRepository } from './triage.repository.js';

/** What the routing module runs for people who decide instead of the router. */
export const TRIAGE_CONTROLLERS = [TriageController];

export const TRIAGE_PROVIDERS = [
  { provide: TriageRepository, useClass: PgTriageRepository },
  ListTriageQuery,
  OverrideTicketHandler,
  DeclineTicketHandler,
];
