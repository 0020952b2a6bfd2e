import {
  TOPICS,
  TicketAcceptedSchema,
  TicketCancelledSchema,
  TicketInstitutionChosenSchema,
  TicketPausedSchema,
  TicketResolvedSchema,
  TicketResumedSchema,
  TicketReturnedSchema,
  TicketRoutedSchema,
  TicketTransferredSchema,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';

export const HUB = 'PROV-370000/HUB-370400';
export const TENGZHOU = `${HUB}/WS-370481`;
export const PARK = `${TENGZHOU}/WS-370481901`;
export const XUECHENG = `${HUB}/WS-370403`;
export const NOON = new Date('2026-11-24T04:00:00Z');
export const hours = (count: number) => toTimestamp(new Date(NOON.getTime() + count * 3_600_000));

/** Id of the ticket of that number, and of its request. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** What routing would tell of one ticket, in its order. */
export class TicketStory {
  private version = 0;
  readonly told: EventMessage[] = [];

  constructor(
    private readonly number: number,
    private path: string,
    private readonly domain = 'metrology',
  ) {}

  routed(acceptDue = 24, completeDue = 240, awaitsChoice = false): this {
    return this.tell(TicketRoutedSchema, {
      awaitsChoice,
      filedAt: hours(0),
      routedAt: hours(0),
      acceptDueAt: hours(acceptDue),
      completeDueAt: hours(completeDue),
    });
  }

  accepted(minutes: number, onTime = true): this {
    return this.tell(TicketAcceptedSchema, {
      acceptedAt: hours(1),
      completeDueAt: hours(240),
      acceptWorkingMinutes: minutes,
      acceptedOnTime: onTime,
    });
  }

  resolved(minutes: number, onTime = true): this {
    return this.tell(TicketResolvedSchema, {
      resolvedAt: hours(5),
      completeDueAt: hours(240),
      completeWorkingMinutes: minutes,
      completedOnTime: onTime,
    });
  }

  transferred(path: string): this {
    this.path = path;
    return this.tell(TicketTransferredSchema, { transferredAt: hours(2) });
  }

  returned(): this {
    return this.tell(TicketReturnedSchema, { returnedAt: hours(2) });
  }

  resumed(): this {
    return this.tell(TicketResumedSchema, { resumedAt: hours(3), acceptDueAt: hours(30), completeDueAt: hours(250) });
  }

  chosen(acceptDue: number): this {
    return this.tell(TicketInstitutionChosenSchema, {
      chosenAt: hours(2),
      acceptDueAt: hours(acceptDue),
      completeDueAt: hours(250),
    });
  }

  paused(): this {
    return this.tell(TicketPausedSchema, { pausedAt: hours(2), reasonCode: 'WAIT_SAMPLE' });
  }

  cancelled(): this {
    return this.tell(TicketCancelledSchema, { cancelledAt: hours(2) });
  }

  private tell(
    schema: Parameters<typeof eventMessage<typeof TOPICS.ticket, (typeof TOPICS.ticket.events)[number]>>[2],
    fields: object,
  ): this {
    this.version += 1;
    const ticketId = idOf(this.number);
    const ticket = {
      ticketId,
      requestId: ticketId,
      version: this.version,
      domain: this.domain,
      nodePath: this.path,
      nodeCode: this.path.split('/').at(-1) ?? '',
      serviceCode: 'X',
      enterpriseUscc: 'U',
      institutionId: 'ORG005',
    };
    this.told.push(eventMessage(TOPICS.ticket, ticketId, schema, { ticket, ...fields } as never));
    return this;
  }
}
