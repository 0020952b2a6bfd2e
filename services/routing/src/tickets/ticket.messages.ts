import {
  TOPICS,
  TicketAcceptedSchema,
  TicketAssignedSchema,
  TicketCancelledSchema,
  TicketChoiceDueSchema,
  TicketClock,
  TicketInstitutionChosenSchema,
  TicketInstitutionReplacedSchema,
  TicketPausedSchema,
  TicketPromiseChangedSchema,
  TicketResolvedSchema,
  TicketResumedSchema,
  TicketReturnedSchema,
  TicketRoutedSchema,
  TicketRungReachedSchema,
  TicketSlaAtRiskSchema,
  TicketSlaBreachedSchema,
  TicketSplitSchema,
  TicketStartedSchema,
  TicketTransferredSchema,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import type { LadderClock } from '../clocks/escalation-ladder.js';
import type { TicketEvent } from './ticket-events.js';
import { awaitsChoice, type TicketRecord } from './ticket-state.js';

const CLOCK: Record<LadderClock, TicketClock> = {
  accept: TicketClock.ACCEPT,
  complete: TicketClock.COMPLETE,
  'first-response': TicketClock.FIRST_RESPONSE,
  return: TicketClock.RETURN,
  choice: TicketClock.CHOICE,
  stage: TicketClock.STAGE,
};

/** What the other services hear of a ticket's events, in order; the first response is the office's own affair. */
export function ticketMessages(ticket: TicketRecord, events: readonly TicketEvent[]): EventMessage[] {
  return events.flatMap((event) => {
    const message = toMessage(ticket, event);
    const asked = event.type === 'TicketRouted' && ticket.institutionChoice === 'awaited';
    return [...(message ? [message] : []), ...(asked ? [choiceDue(ticket, event)] : [])];
  });
}

function toMessage(ticket: TicketRecord, event: TicketEvent): EventMessage | undefined {
  const { id } = ticket;
  const ref = ticketRef(ticket, event.version);
  const at = toTimestamp(event.at);
  switch (event.type) {
    case 'TicketRouted':
      return eventMessage(TOPICS.ticket, id, TicketRoutedSchema, {
        ticket: ref,
        reasonCode: event.reasonCode,
        urgency: ticket.urgency,
        filedAt: toTimestamp(ticket.filedAt),
        routedAt: at,
        acceptDueAt: toTimestamp(ticket.acceptDueAt),
        completeDueAt: toTimestamp(ticket.completeDueAt),
        awaitsChoice: awaitsChoice(ticket),
      });
    case 'TicketAccepted':
      return eventMessage(TOPICS.ticket, id, TicketAcceptedSchema, {
        ticket: ref,
        acceptedBy: event.actor,
        acceptedAt: at,
        acceptDueAt: toTimestamp(event.acceptDueAt),
        completeDueAt: toTimestamp(event.completeDueAt),
        acceptWorkingMinutes: event.workingMinutes,
        acceptedOnTime: event.onTime,
        formJson: ticket.formJson,
        mode: ticket.mode,
        urgency: ticket.urgency,
      });
    case 'TicketInstitutionChosen':
      return eventMessage(TOPICS.ticket, id, TicketInstitutionChosenSchema, {
        ticket: ref,
        chosenBy: event.actor,
        onBehalf: event.onBehalf,
        note: event.note ?? '',
        chosenAt: at,
        acceptDueAt: toTimestamp(event.acceptDueAt),
        completeDueAt: toTimestamp(event.completeDueAt),
      });
    case 'TicketAssigned':
      return eventMessage(TOPICS.ticket, id, TicketAssignedSchema, {
        ticket: ref,
        assignee: event.assignee,
        assignedAt: at,
      });
    case 'TicketTransferred':
      return transferred(ref, event);
    case 'TicketHandedBack':
      return transferred(ref, event);
    case 'TicketOverridden':
      // Of a new institution the others hear when it is accepted, or replaced after that.
      return event.fromNodeCode === event.toNodeCode ? undefined : transferred(ref, event);
    case 'TicketInstitutionReplaced':
      return eventMessage(TOPICS.ticket, id, TicketInstitutionReplacedSchema, {
        ticket: ref,
        fromInstitutionId: event.from?.id ?? '',
        fromInstitutionName: event.from?.name ?? '',
        fromJobId: event.fromJobId,
        reason: event.reason,
        replacedBy: event.actor,
        replacedAt: at,
        formJson: ticket.formJson,
        mode: ticket.mode,
      });
    case 'TicketReturned':
      return eventMessage(TOPICS.ticket, id, TicketReturnedSchema, {
        ticket: ref,
        missing: [...event.missing],
        returnedAt: at,
      });
    case 'TicketPaused':
      return eventMessage(TOPICS.ticket, id, TicketPausedSchema, {
        ticket: ref,
        reasonCode: event.reasonCode,
        note: event.note ?? '',
        pausedAt: at,
        ...(event.endsAt && { endsAt: toTimestamp(event.endsAt) }),
      });
    case 'TicketRungReached':
      return rungMessage(ticket, ref, event);
    case 'TicketPromiseChanged':
      return eventMessage(TOPICS.ticket, id, TicketPromiseChangedSchema, {
        ticket: ref,
        cause: event.cause,
        policyVersion: event.policyVersion,
        calendarVersion: event.calendarVersion,
        acceptDueAt: toTimestamp(event.acceptDueAt),
        completeDueAt: toTimestamp(event.completeDueAt),
        changedAt: at,
        dueEstimated: event.dueEstimated,
      });
    case 'TicketResponded':
    case 'TicketHandedUp':
      return undefined;
    case 'TicketResumed':
      return eventMessage(TOPICS.ticket, id, TicketResumedSchema, {
        ticket: ref,
        resumedAt: at,
        acceptDueAt: toTimestamp(event.acceptDueAt),
        completeDueAt: toTimestamp(event.completeDueAt),
        cause: event.cause,
        formJson: event.cause === 'CORRECTED' ? ticket.formJson : '',
        awaitsChoice: event.cause === 'CORRECTED' && awaitsChoice(ticket),
      });
    case 'TicketSplit':
      return eventMessage(TOPICS.ticket, id, TicketSplitSchema, {
        ticket: ref,
        newItemId: event.newItemId,
        formJson: ticket.formJson,
        newFormJson: event.newFormJson,
        reason: event.reason,
        splitBy: event.actor,
        splitAt: at,
        promisedFrom: toTimestamp(event.promisedFrom),
        completeLimitDays: event.completeLimitDays,
      });
    case 'TicketStarted':
      return eventMessage(TOPICS.ticket, id, TicketStartedSchema, {
        ticket: ref,
        jobId: event.jobId ?? '',
        startedAt: at,
      });
    case 'TicketSlaAtRisk':
      return eventMessage(TOPICS.ticket, id, TicketSlaAtRiskSchema, {
        ticket: ref,
        clock: CLOCK[event.clock],
        dueAt: toTimestamp(event.dueAt),
        noticedAt: at,
      });
    case 'TicketSlaBreached':
      return eventMessage(TOPICS.ticket, id, TicketSlaBreachedSchema, {
        ticket: ref,
        clock: CLOCK[event.clock],
        dueAt: toTimestamp(event.dueAt),
        noticedAt: at,
      });
    case 'TicketResolved':
      return eventMessage(TOPICS.ticket, id, TicketResolvedSchema, {
        ticket: ref,
        resolvedAt: at,
        completeDueAt: toTimestamp(event.completeDueAt),
        completeWorkingMinutes: event.workingMinutes,
        completedOnTime: event.onTime,
        deliverableNumbers: [...event.deliverableNumbers],
        resolution: event.resolution,
      });
    case 'TicketCancelled':
      return eventMessage(TOPICS.ticket, id, TicketCancelledSchema, {
        ticket: ref,
        reason: event.reason,
        cancelledAt: at,
      });
  }
}

function transferred(
  ticket: ReturnType<typeof ticketRef>,
  event: TicketEvent & { fromNodeCode: string; reason: string },
) {
  return eventMessage(TOPICS.ticket, ticket.ticketId, TicketTransferredSchema, {
    ticket,
    fromNodeCode: event.fromNodeCode,
    reason: event.reason,
    transferredAt: toTimestamp(event.at),
  });
}

function rungMessage(
  ticket: TicketRecord,
  ref: ReturnType<typeof ticketRef>,
  { escalation, dueAt, audiencePath, at }: Extract<TicketEvent, { type: 'TicketRungReached' }>,
): EventMessage {
  const { clock, rung, audience, outcome, toNodeCode } = escalation;
  return eventMessage(TOPICS.ticket, ticket.id, TicketRungReachedSchema, {
    ticket: ref,
    clock: CLOCK[clock],
    rung,
    audience,
    audiencePath: audiencePath ?? '',
    outcome,
    toNodeCode: toNodeCode ?? '',
    ...(dueAt && { dueAt: toTimestamp(dueAt) }),
    reachedAt: toTimestamp(at),
    missing: [...(ticket.returnedFor ?? [])],
  });
}

function choiceDue(ticket: TicketRecord, { version, at }: TicketEvent): EventMessage {
  return eventMessage(TOPICS.ticket, ticket.id, TicketChoiceDueSchema, {
    ticket: ticketRef(ticket, version),
    askedAt: toTimestamp(at),
  });
}

/** What every event says of its ticket; the version is the one the event led to. */
export function ticketRef(ticket: TicketRecord, version: number) {
  return {
    ticketId: ticket.id,
    ticketNo: ticket.ticketNo,
    requestId: ticket.requestId,
    requestNo: ticket.requestNo,
    itemId: ticket.itemId,
    serviceCode: ticket.serviceCode,
    serviceNameZh: ticket.serviceName.zh,
    serviceNameEn: ticket.serviceName.en,
    domain: ticket.domain,
    enterpriseUscc: ticket.enterprise.uscc,
    enterpriseName: ticket.enterprise.name,
    nodeCode: ticket.nodeCode,
    nodePath: ticket.nodePath,
    institutionId: ticket.institution?.id ?? '',
    institutionName: ticket.institution?.name ?? '',
    version,
  };
}
