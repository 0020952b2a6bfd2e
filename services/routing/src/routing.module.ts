import { PERSONAL_DATA_PLACES } from './personal-data-places.js';
import { Module } from '@nestjs/common';
import { CONTACT_PROVIDERS, PersonalDataModule } from '@nqi/platform';
import { testProducts } from '@nqi/reference-data';
import { CHOICE_CONTROLLERS, CHOICE_PROVIDERS } from './choices/choices.wiring.js';
import { TimerBell } from './clocks/timer-bell.js';
import { PgTimerRepository } from './clocks/timers.pg-repository.js';
import { TimerRepository } from './clocks/timers.repository.js';
import { TimerRunner } from './clocks/timers.runner.js';
import { DIALOGUE_CONTROLLERS, DIALOGUE_PROVIDERS } from './dialogue/dialogue.wiring.js';
import { NETWORK_CONTROLLERS, NETWORK_PROVIDERS } from './network/network.wiring.js';
import { DecideRouteHandler } from './rules/decide-route.handler.js';
import { PgLoadRepository } from './rules/loads.pg-repository.js';
import { LoadRepository } from './rules/loads.repository.js';
import { ProductCategories } from './rules/object-categories.js';
import { PgPastWorkRepository } from './rules/past-work.pg-repository.js';
import { PastWorkRepository } from './rules/past-work.repository.js';
import { WantReader } from './rules/wants.js';
import { wantReader } from './rules/wants.wiring.js';
import { REFERRAL_CONTROLLERS, REFERRAL_PROVIDERS } from './referrals/referrals.wiring.js';
import { RESOURCE_CONTROLLERS, RESOURCE_PROVIDERS } from './resources/resources.wiring.js';
import { RULE_SET_CONTROLLERS, RULE_SET_PROVIDERS } from './rulesets/rule-sets.wiring.js';
import { SIMULATION_CONTROLLERS, SIMULATION_PROVIDERS } from './simulations/simulations.wiring.js';
import { TERMS_CONTROLLERS, TERMS_PROVIDERS } from './terms/terms.wiring.js';
import { AcceptTicketHandler } from './tickets/accept-ticket.handler.js';
import { AssignTicketHandler } from './tickets/assign-ticket.handler.js';
import { ChangeTicketHandler } from './tickets/change-ticket.handler.js';
import { CorrectItemHandler } from './tickets/correct-item.handler.js';
import { CountTicketsQuery } from './tickets/count-tickets.query.js';
import { EscalateTicketHandler } from './tickets/escalate-ticket.handler.js';
import { FollowJobHandler } from './tickets/follow-job.handler.js';
import { JobEventsConsumer } from './tickets/job-events.consumer.js';
import { ListTicketsQuery } from './tickets/list-tickets.query.js';
import { PauseTicketHandler } from './tickets/pause-ticket.handler.js';
import { ReadDecisionQuery } from './tickets/read-decision.query.js';
import { ReadTicketQuery } from './tickets/read-ticket.query.js';
import { RequestEventsConsumer } from './tickets/request-events.consumer.js';
import { ResolveTicketHandler } from './tickets/resolve-ticket.handler.js';
import { ResumeTicketHandler } from './tickets/resume-ticket.handler.js';
import { ReturnTicketHandler } from './tickets/return-ticket.handler.js';
import { RouteItemHandler } from './tickets/route-item.handler.js';
import { TicketContactController } from './tickets/ticket-contact.controller.js';
import { ViewContactHandler } from './tickets/view-contact.handler.js';
import { TicketClockController } from './tickets/ticket-clock.controller.js';
import { TicketHandlingController } from './tickets/ticket-handling.controller.js';
import { TicketHandoverController } from './tickets/ticket-handover.controller.js';
import { PgTicketListRepository } from './tickets/ticket-list.pg-repository.js';
import { TicketListRepository } from './tickets/ticket-list.repository.js';
import { PgTicketNumbers } from './tickets/ticket-numbers.pg-repository.js';
import { TicketNumbers } from './tickets/ticket-numbers.repository.js';
import { PgTicketRepository } from './tickets/ticket.pg-repository.js';
import { TicketOutlet } from './tickets/ticket.outlet.js';
import { TicketPresenter } from './tickets/ticket.presenter.js';
import { TicketRepository } from './tickets/ticket.repository.js';
import { TicketsController } from './tickets/tickets.controller.js';
import { TransferTicketHandler } from './tickets/transfer-ticket.handler.js';
import { TRIAGE_CONTROLLERS, TRIAGE_PROVIDERS } from './triage/triage.wiring.js';
import { UPWARD_CONTROLLERS, UPWARD_PROVIDERS } from './upwards/upwards.wiring.js';
import { WithdrawItemsHandler } from './tickets/withdraw-items.handler.js';
import { WORKSTATION_CONTROLLERS, WORKSTATION_PROVIDERS } from './workstation/workstation.wiring.js';

const rules = [
  { provide: LoadRepository, useClass: PgLoadRepository },
  { provide: PastWorkRepository, useClass: PgPastWorkRepository },
  { provide: ProductCategories, useFactory: productCategories },
  { provide: WantReader, useFactory: wantReader },
  DecideRouteHandler,
];

const clocks = [{ provide: TimerRepository, useClass: PgTimerRepository }, TimerBell, TimerRunner];

const tickets = [
  { provide: TicketRepository, useClass: PgTicketRepository },
  { provide: TicketListRepository, useClass: PgTicketListRepository },
  { provide: TicketNumbers, useClass: PgTicketNumbers },
  TicketOutlet,
  TicketPresenter,
  RouteItemHandler,
  CorrectItemHandler,
  WithdrawItemsHandler,
  FollowJobHandler,
  ChangeTicketHandler,
  AcceptTicketHandler,
  AssignTicketHandler,
  TransferTicketHandler,
  EscalateTicketHandler,
  ReturnTicketHandler,
  PauseTicketHandler,
  ResumeTicketHandler,
  ResolveTicketHandler,
  ListTicketsQuery,
  CountTicketsQuery,
  ReadTicketQuery,
  ReadDecisionQuery,
  ViewContactHandler,
  ...CONTACT_PROVIDERS,
];

/** The shared routing layer: who serves an item, and how well the promise to its enterprise is kept. */
@Module({
  imports: [PersonalDataModule.keptIn(PERSONAL_DATA_PLACES)],
  controllers: [
    ...NETWORK_CONTROLLERS,
    ...TERMS_CONTROLLERS,
    ...WORKSTATION_CONTROLLERS,
    TicketsController,
    TicketHandlingController,
    TicketHandoverController,
    TicketClockController,
    TicketContactController,
    RequestEventsConsumer,
    JobEventsConsumer,
    ...CHOICE_CONTROLLERS,
    ...RESOURCE_CONTROLLERS,
    ...RULE_SET_CONTROLLERS,
    ...SIMULATION_CONTROLLERS,
    ...REFERRAL_CONTROLLERS,
    ...DIALOGUE_CONTROLLERS,
    ...TRIAGE_CONTROLLERS,
    ...UPWARD_CONTROLLERS,
  ],
  providers: [
    ...NETWORK_PROVIDERS,
    ...rules,
    ...clocks,
    ...TERMS_PROVIDERS,
    ...tickets,
    ...WORKSTATION_PROVIDERS,
    ...CHOICE_PROVIDERS,
    ...RESOURCE_PROVIDERS,
    ...REFERRAL_PROVIDERS,
    ...DIALOGUE_PROVIDERS,
    ...TRIAGE_PROVIDERS,
    ...UPWARD_PROVIDERS,
    ...RULE_SET_PROVIDERS,
    ...SIMULATION_PROVIDERS,
  ],
})
export class RoutingModule {}

function productCategories(): ProductCategories {
  return new ProductCategories(new Map(testProducts().map(({ id, category }) => [id, category])));
}
