import { BulkTicketsController } from './bulk-tickets.controller.js';
import { BulkTicketsHandler } from './bulk-tickets.handler.js';
import { ClaimTicketHandler } from './claim-ticket.handler.js';
import { HoldTicketHandler } from './hold-ticket.handler.js';
import { KeepQueueViewHandler } from './keep-queue-view.handler.js';
import { LeaseGuard } from './lease-guard.handler.js';
import { ListQueueViewsQuery } from './list-queue-views.query.js';
import { PgQueueViewRepository } from './queue-view.pg-repository.js';
import { QueueViewRepository } from './queue-view.repository.js';
import { QueueViewsController } from './queue-views.controller.js';
import { TakeStepHandler } from './take-step.handler.js';
import { TicketClaimsController } from './ticket-claims.controller.js';
import { PgTicketLeaseRepository } from './ticket-lease.pg-repository.js';
import { TicketLeaseRepository } from './ticket-lease.repository.js';

/** What the routing module runs for the people at a workstation's queue. */
export const WORKSTATION_CONTROLLERS = [TicketClaimsController, BulkTicketsController, QueueViewsController];

export const WORKSTATION_PROVIDERS = [
  { provide: TicketLeaseRepository, useClass: PgTicketLeaseRepository },
  LeaseGuard,
  ClaimTicketHandler,
  HoldTicketHandler,
  TakeStepHandler,
  BulkTicketsHandler,
  { provide: QueueViewRepository, useClass: PgQueueViewRepository },
  KeepQueueViewHandler,
  ListQueueViewsQuery,
];
