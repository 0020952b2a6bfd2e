import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  TicketAcceptedSchema,
  TicketAssignedSchema,
  TicketCancelledSchema,
  TicketPromiseChangedSchema,
  TicketInstitutionChosenSchema,
  TicketInstitutionReplacedSchema,
  TicketResolvedSchema,
  TicketResumedSchema,
  TicketReturnedSchema,
  TicketRoutedSchema,
  TicketStartedSchema,
  TicketSplitSchema,
  TicketTransferredSchema,
  fromTimestamp,
  type TicketAccepted,
  type TicketAssigned,
  type TicketCancelled,
  type TicketPromiseChanged,
  type TicketInstitutionChosen,
  type TicketInstitutionReplaced,
  type TicketRef,
  type TicketResolved,
  type TicketResumed,
  type TicketReturned,
  type TicketRouted,
  type TicketSplit,
  type TicketStarted,
  type TicketTransferred,
} from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import type { TicketNews } from '../requests/ticket-news.js';
import type { Form } from '../requests/request.js';
import { FollowTicketHandler } from './follow-ticket.handler.js';
import { SplitItemHandler } from './split-item.handler.js';

/** A request's progress is what its tickets tell; each event is guarded by the ticket's version. */
@Controller()
export class TicketEventsConsumer {
  constructor(
    private readonly followTicket: FollowTicketHandler,
    private readonly splitItem: SplitItemHandler,
  ) {}

  @OnEvent(TicketRoutedSchema)
  onRouted(@Payload() event: TicketRouted): Promise<void> {
    return this.follow(event, { kind: 'routed', ...dueTimes(event) }, fromTimestamp(event.routedAt));
  }

  @OnEvent(TicketAcceptedSchema)
  onAccepted(@Payload() event: TicketAccepted): Promise<void> {
    return this.follow(event, { kind: 'accepted', ...dueTimes(event) }, fromTimestamp(event.acceptedAt));
  }

  @OnEvent(TicketInstitutionChosenSchema)
  onChosen(@Payload() event: TicketInstitutionChosen): Promise<void> {
    return this.follow(
      event,
      { kind: 'chosen', onBehalf: event.onBehalf, ...dueTimes(event) },
      fromTimestamp(event.chosenAt),
    );
  }

  @OnEvent(TicketAssignedSchema)
  onAssigned(@Payload() event: TicketAssigned): Promise<void> {
    return this.follow(event, { kind: 'assigned' }, fromTimestamp(event.assignedAt));
  }

  @OnEvent(TicketTransferredSchema)
  onTransferred(@Payload() event: TicketTransferred): Promise<void> {
    const { fromNodeCode, reason } = event;
    return this.follow(event, { kind: 'transferred', fromNodeCode, reason }, fromTimestamp(event.transferredAt));
  }

  @OnEvent(TicketInstitutionReplacedSchema)
  onReplaced(@Payload() event: TicketInstitutionReplaced): Promise<void> {
    return this.follow(event, { kind: 'replaced', reason: event.reason }, fromTimestamp(event.replacedAt));
  }

  @OnEvent(TicketReturnedSchema)
  onReturned(@Payload() event: TicketReturned): Promise<void> {
    return this.follow(event, { kind: 'returned', missing: event.missing }, fromTimestamp(event.returnedAt));
  }

  @OnEvent(TicketResumedSchema)
  onResumed(@Payload() event: TicketResumed): Promise<void> {
    return this.follow(event, { kind: 'resumed', ...dueTimes(event) }, fromTimestamp(event.resumedAt));
  }

  @OnEvent(TicketPromiseChangedSchema)
  onPromiseChanged(@Payload() event: TicketPromiseChanged): Promise<void> {
    return this.follow(event, { kind: 'promised', ...dueTimes(event) }, fromTimestamp(event.changedAt));
  }

  @OnEvent(TicketStartedSchema)
  onStarted(@Payload() event: TicketStarted): Promise<void> {
    return this.follow(event, { kind: 'started' }, fromTimestamp(event.startedAt));
  }

  @OnEvent(TicketResolvedSchema)
  onResolved(@Payload() event: TicketResolved): Promise<void> {
    const { resolution, deliverableNumbers } = event;
    return this.follow(event, { kind: 'resolved', resolution, deliverableNumbers }, fromTimestamp(event.resolvedAt));
  }

  @OnEvent(TicketCancelledSchema)
  onCancelled(@Payload() event: TicketCancelled): Promise<void> {
    return this.follow(event, { kind: 'cancelled', reason: event.reason }, fromTimestamp(event.cancelledAt));
  }

  @OnEvent(TicketSplitSchema)
  onSplit(@Payload() event: TicketSplit): Promise<void> {
    const { newItemId, reason, completeLimitDays } = event;
    return this.splitItem.execute({
      ...aboutTicket(event),
      division: {
        newItemId,
        form: JSON.parse(event.formJson) as Form,
        newForm: JSON.parse(event.newFormJson) as Form,
        reason,
        completeLimitDays,
        promisedFrom: fromTimestamp(event.promisedFrom),
      },
      at: fromTimestamp(event.splitAt),
    });
  }

  private async follow(event: { ticket?: TicketRef }, news: TicketNews, at: Date): Promise<void> {
    await this.followTicket.execute({ ...aboutTicket(event), news, at });
  }
}

function aboutTicket({ ticket }: { ticket?: TicketRef }) {
  if (!ticket) throw new Error('the event misses the ticket that its contract promises');
  return {
    requestId: ticket.requestId,
    itemId: ticket.itemId,
    ticket: {
      id: ticket.ticketId,
      ticketNo: ticket.ticketNo,
      version: ticket.version,
      nodeCode: ticket.nodeCode,
      nodePath: ticket.nodePath,
      institutionId: ticket.institutionId || undefined,
      institutionName: ticket.institutionName || undefined,
    },
  };
}

function dueTimes({ acceptDueAt, completeDueAt }: Pick<TicketRouted, 'acceptDueAt' | 'completeDueAt'>) {
  return {
    acceptDueAt: acceptDueAt && fromTimestamp(acceptDueAt),
    completeDueAt: completeDueAt && fromTimestamp(completeDueAt),
  };
}
