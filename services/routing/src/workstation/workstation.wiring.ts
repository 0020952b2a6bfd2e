import { BulkTicketsController } from './bulk-tickets.controller.js';
import { BulkTicketsHandler } from './bulk-tickets.handler.js';
import { ClaimTicketHandler } from './claim-ticket.handler.js';
import { LeaseGuard } from './lease-guard.handler.js';
import { TakeStepHandler } from './take-step.handler.js';
import { TicketClaimsController } from './ticket-claims.controller.js';
import { PgTicketLeaseRepository } from './ticket-lease.pg-repository.js';
import { TicketLeaseRepository } from './ticket-lease.repository.js';

/** What the routing module runs for the people at a workstation's queue. */
export const WORKSTATION_CONTROLLERS = [TicketClaimsController, BulkTicketsController];

export const WORKSTATION_PROVIDERS = [
  { provide: TicketLeaseRepository, useClass: PgTicketLeaseRepository },
  LeaseGuard,
  ClaimTicketHandler,
  TakeStepHandler,
  BulkTicketsHandler,
];
