import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  TicketAcceptedSchema,
  TicketAssignedSchema,
  TicketCancelledSchema,
  TicketClock,
  TicketPausedSchema,
  TicketPromiseChangedSchema,
  TicketInstitutionChosenSchema,
  TicketInstitutionReplacedSchema,
  TicketResolvedSchema,
  TicketResumedSchema,
  TicketReturnedSchema,
  TicketRoutedSchema,
  TicketSlaBreachedSchema,
  TicketStartedSchema,
  TicketTransferredSchema,
  fromTimestamp,
  type TicketAccepted,
  type TicketCancelled,
  type TicketPaused,
  type TicketPromiseChanged,
  type TicketInstitutionChosen,
  type TicketInstitutionReplaced,
  type TicketRef,
  type TicketResolved,
  type TicketResumed,
  type TicketReturned,
  type TicketRouted,
  type TicketSlaBreached,
  type TicketStarted,
  type TicketTransferred,
} from '@nqi/contracts';
import { shanghaiDate } from '@nqi/kernel';
import { OnEvent, type EventContext } from '@nqi/messaging';
import type { TicketFacts, TicketNews } from './fact.js';
import { RecordFactHandler } from './record-fact.handler.js';

/** Every event of a ticket that changes a figure. */
@Controller()
export class TicketEventsConsumer {
  constructor(private readonly recordFact: RecordFactHandler) {}

  @OnEvent(TicketRoutedSchema)
  onRouted(@Payload() event: TicketRouted, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, {
      day: shanghaiDate(fromTimestamp(event.filedAt)),
      routedAt: fromTimestamp(event.routedAt),
      due: dueOf(event),
    });
  }

  @OnEvent(TicketAcceptedSchema)
  onAccepted(@Payload() event: TicketAccepted, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, {
      acceptedAt: fromTimestamp(event.acceptedAt),
      due: dueOf(event),
      acceptMinutes: event.acceptWorkingMinutes,
      acceptedOnTime: event.acceptedOnTime,
    });
  }

  @OnEvent(TicketAssignedSchema, TicketStartedSchema, TicketInstitutionReplacedSchema)
  onHandled(@Payload() event: TicketStarted | TicketInstitutionReplaced, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, {});
  }

  @OnEvent(TicketTransferredSchema)
  onTransferred(@Payload() event: TicketTransferred, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, { transferred: true });
  }

  @OnEvent(TicketReturnedSchema)
  onReturned(@Payload() event: TicketReturned, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, { returnedAt: fromTimestamp(event.returnedAt) });
  }

  @OnEvent(TicketPausedSchema)
  onPaused(@Payload() event: TicketPaused, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, { due: null });
  }

  @OnEvent(TicketResumedSchema)
  onResumed(@Payload() event: TicketResumed, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, { returnedAt: null, due: dueOf(event) });
  }

  /** Both move due times and nothing else that is counted. */
  @OnEvent(TicketPromiseChangedSchema, TicketInstitutionChosenSchema)
  onDueMoved(
    @Payload() event: TicketPromiseChanged | TicketInstitutionChosen,
    @Ctx() context: EventContext,
  ): Promise<void> {
    return this.record(event.ticket, context, { due: dueOf(event) });
  }

  @OnEvent(TicketSlaBreachedSchema)
  onBreached(@Payload() event: TicketSlaBreached, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, { breached: event.clock !== TicketClock.UNSPECIFIED });
  }

  @OnEvent(TicketResolvedSchema)
  onResolved(@Payload() event: TicketResolved, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, {
      resolvedAt: fromTimestamp(event.resolvedAt),
      completeMinutes: event.completeWorkingMinutes,
      completedOnTime: event.completedOnTime,
    });
  }

  @OnEvent(TicketCancelledSchema)
  onCancelled(@Payload() event: TicketCancelled, @Ctx() context: EventContext): Promise<void> {
    return this.record(event.ticket, context, { cancelledAt: fromTimestamp(event.cancelledAt) });
  }

  private async record(ticket: TicketRef | undefined, context: EventContext, news: TicketNews): Promise<void> {
    if (ticket) await this.recordFact.ofTicket(toFacts(ticket), news, context.event);
  }
}

/**
 * Due times are one fact with the version they came with; an event that lacks one of them tells of none. While the
 * clocks stand still nothing is due.
 */
function dueOf({
  acceptDueAt,
  completeDueAt,
  awaitsChoice,
}: Pick<TicketResumed, 'acceptDueAt' | 'completeDueAt'> & { awaitsChoice?: boolean }): TicketNews['due'] {
  if (awaitsChoice) return null;
  if (!acceptDueAt || !completeDueAt) return undefined;
  return { acceptAt: fromTimestamp(acceptDueAt), completeAt: fromTimestamp(completeDueAt) };
}

const toFacts = (ticket: TicketRef): TicketFacts => ({
  ticketId: ticket.ticketId,
  version: ticket.version,
  requestId: ticket.requestId,
  domain: ticket.domain,
  serviceCode: ticket.serviceCode,
  enterpriseUscc: ticket.enterpriseUscc,
  nodeCode: ticket.nodeCode,
  nodePath: ticket.nodePath,
  institutionId: ticket.institutionId,
});
