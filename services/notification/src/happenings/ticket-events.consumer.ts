import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  TicketAcceptedSchema,
  TicketAssignedSchema,
  TicketCancelledSchema,
  TicketClock,
  TicketPausedSchema,
  TicketPromiseChangedSchema,
  TicketResolvedSchema,
  TicketResumedSchema,
  TicketReturnedSchema,
  TicketChoiceDueSchema,
  TicketInstitutionChosenSchema,
  TicketInstitutionReplacedSchema,
  TicketRoutedSchema,
  TicketRungReachedSchema,
  TicketSlaAtRiskSchema,
  TicketSlaBreachedSchema,
  TicketStartedSchema,
  TicketTransferredSchema,
  TicketUrgedSchema,
  fromTimestamp,
  type TicketAccepted,
  type TicketPromiseChanged,
  type TicketChoiceDue,
  type TicketInstitutionChosen,
  type TicketInstitutionReplaced,
  type TicketRef,
  type TicketReturned,
  type TicketRouted,
  type TicketRungReached,
  type TicketSlaAtRisk,
  type TicketSlaBreached,
  type TicketTransferred,
  type TicketUrged,
} from '@nqi/contracts';
import type { LocalizedText } from '@nqi/kernel';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { envelopeOf, promised } from './envelope.js';
import type { Happening } from './happening.js';
import { officePath } from './office-path.js';
import { wallClock } from './wall-clock.js';

type Timestamp = TicketRouted['routedAt'];

@Controller()
export class TicketEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(TicketRoutedSchema)
  routed(@Payload() { ticket, urgency, acceptDueAt }: TicketRouted, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(
      of(ticket, context, { facts: { urgent: urgentMark(urgency), acceptDue: due(acceptDueAt) } }),
    );
  }

  @OnEvent(TicketChoiceDueSchema)
  choiceDue(@Payload() { ticket }: TicketChoiceDue, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(ticket, context));
  }

  @OnEvent(TicketInstitutionChosenSchema)
  chosen(@Payload() { ticket }: TicketInstitutionChosen, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(ticket, context, { facts: { institution: ticket?.institutionName ?? '' } }));
  }

  @OnEvent(TicketTransferredSchema)
  transferred(@Payload() event: TicketTransferred, @Ctx() context: EventContext): Promise<void> {
    const { ticket, fromNodeCode, reason } = event;
    return this.announce.execute(
      of(ticket, context, {
        parties: { formerOffice: officePath(fromNodeCode) },
        facts: { fromNode: fromNodeCode, reason },
      }),
    );
  }

  @OnEvent(TicketInstitutionReplacedSchema)
  replaced(@Payload() event: TicketInstitutionReplaced, @Ctx() context: EventContext): Promise<void> {
    const { ticket, fromInstitutionName, reason } = event;
    return this.announce.execute(
      of(ticket, context, {
        parties: { formerInstitution: event.fromInstitutionId },
        subjects: { job: event.fromJobId },
        facts: { fromInstitution: fromInstitutionName, institution: ticket?.institutionName ?? '', reason },
      }),
    );
  }

  @OnEvent(TicketAcceptedSchema)
  accepted(@Payload() event: TicketAccepted, @Ctx() context: EventContext): Promise<void> {
    const { ticket, urgency, completeDueAt } = event;
    return this.announce.execute(
      of(ticket, context, {
        facts: {
          urgent: urgentMark(urgency),
          performer: performer(ticket?.institutionName),
          completeDue: due(completeDueAt),
        },
      }),
    );
  }

  @OnEvent(TicketReturnedSchema)
  returned(@Payload() { ticket, missing }: TicketReturned, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(
      of(ticket, context, { facts: { missing: { zh: missing.join('；'), en: missing.join('; ') } } }),
    );
  }

  @OnEvent(TicketSlaAtRiskSchema, TicketSlaBreachedSchema)
  late(@Payload() event: TicketSlaAtRisk | TicketSlaBreached, @Ctx() context: EventContext): Promise<void> {
    const { ticket, clock, dueAt } = event;
    return this.announce.execute(of(ticket, context, { facts: { clock: CLOCKS[clock], due: due(dueAt) } }));
  }

  @OnEvent(TicketUrgedSchema)
  urged(@Payload() { ticket, message, urges }: TicketUrged, @Ctx() context: EventContext): Promise<void> {
    const said = message ? { zh: `附言：${message}`, en: ` They say: ${message}` } : { zh: '', en: '' };
    return this.announce.execute(of(ticket, context, { facts: { times: String(urges), said } }));
  }

  /** A rung speaks to the people of one office, or to the enterprise whose answer is waited for; never to both. */
  @OnEvent(TicketRungReachedSchema)
  rungReached(@Payload() event: TicketRungReached, @Ctx() context: EventContext): Promise<void> {
    const { ticket, clock, audiencePath, outcome, missing } = event;
    const chooses = clock === TicketClock.CHOICE ? { enterprise: undefined, chooser: ticket?.enterpriseUscc } : {};
    const told = audiencePath ? { enterprise: undefined, told: audiencePath } : chooses;
    return this.announce.execute(
      of(ticket, context, {
        parties: told,
        facts: {
          clock: CLOCKS[clock],
          outcome: OUTCOMES[outcome] ?? { zh: outcome, en: outcome },
          missing: { zh: missing.join('；'), en: missing.join('; ') },
        },
      }),
    );
  }

  @OnEvent(TicketPromiseChangedSchema)
  promiseChanged(@Payload() event: TicketPromiseChanged, @Ctx() context: EventContext): Promise<void> {
    const { ticket, acceptDueAt, completeDueAt } = event;
    return this.announce.execute(
      of(ticket, context, { facts: { acceptDue: due(acceptDueAt), completeDue: due(completeDueAt) } }),
    );
  }

  @OnEvent(
    TicketAssignedSchema,
    TicketPausedSchema,
    TicketResumedSchema,
    TicketStartedSchema,
    TicketResolvedSchema,
    TicketCancelledSchema,
  )
  moved(@Payload() { ticket }: { ticket?: TicketRef }, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(of(ticket, context));
  }
}

const CLOCKS: Readonly<Record<TicketClock, LocalizedText>> = {
  [TicketClock.UNSPECIFIED]: { zh: '办理', en: 'handling' },
  [TicketClock.ACCEPT]: { zh: '受理', en: 'acceptance' },
  [TicketClock.COMPLETE]: { zh: '办结', en: 'completion' },
  [TicketClock.FIRST_RESPONSE]: { zh: '首次响应', en: 'the first response' },
  [TicketClock.RETURN]: { zh: '补正答复', en: 'the answer to a return' },
  [TicketClock.STAGE]: { zh: '当前环节', en: 'its present stage' },
  [TicketClock.CHOICE]: { zh: '企业选择承办机构', en: 'the client’s choice of who performs it' },
};

const OUTCOMES: Readonly<Record<string, LocalizedText>> = {
  NOTIFIED: { zh: '请跟进', en: 'Please follow it up.' },
  RAISED: { zh: '已提高优先级', en: 'Its priority was raised.' },
  REROUTED: { zh: '已转派同级工作站', en: 'It was handed to an office beside.' },
  LIFTED: { zh: '已上报上级工作站', en: 'It was lifted to an office above.' },
  STAYED: { zh: '无法转派，请督办', en: 'It could not be moved; please see to it.' },
};

function of(
  ref: TicketRef | undefined,
  { event }: EventContext,
  more: Partial<Pick<Happening, 'facts' | 'parties' | 'subjects'>> = {},
): Happening {
  const ticket = promised(ref, 'ticket');
  return {
    ...envelopeOf(event),
    parties: {
      enterprise: ticket.enterpriseUscc,
      office: ticket.nodePath,
      institution: ticket.institutionId || undefined,
      ...more.parties,
    },
    subjects: { request: ticket.requestId, ticket: ticket.ticketId, ...more.subjects },
    domain: ticket.domain,
    facts: {
      ticketNo: ticket.ticketNo,
      requestNo: ticket.requestNo,
      enterprise: ticket.enterpriseName,
      service: { zh: ticket.serviceNameZh, en: ticket.serviceNameEn || ticket.serviceNameZh },
      ...more.facts,
    },
  };
}

const due = (at: Timestamp): string => wallClock(fromTimestamp(promised(at, 'due time')));

const urgentMark = (urgency: string): LocalizedText =>
  urgency === 'urgent' ? { zh: '【加急】', en: '[urgent] ' } : { zh: '', en: '' };

const performer = (institution: string | undefined): LocalizedText =>
  institution ? { zh: `，由${institution}承办`, en: `, to be performed by ${institution},` } : { zh: '', en: '' };
