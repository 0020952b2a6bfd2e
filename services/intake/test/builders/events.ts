import {
  DeliverableIssuedSchema,
  JobAdvancedSchema,
  JobOpenedSchema,
  OrganizationKind,
  OrganizationRegisteredSchema,
  TOPICS,
  TicketAcceptedSchema,
  TicketCancelledSchema,
  TicketResolvedSchema,
  TicketResumedSchema,
  TicketReturnedSchema,
  TicketRoutedSchema,
  TicketSplitSchema,
  TicketStartedSchema,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TENGZHOU } from './offices.js';

const at = (minute: number, second = 0) => toTimestamp(new Date(Date.UTC(2026, 10, 24, 6, minute, second)));
export const ACCEPT_DUE = '2026-11-25T09:30:00.000Z';
export const COMPLETE_DUE = '2026-12-08T09:30:00.000Z';
const due = {
  acceptDueAt: toTimestamp(new Date(ACCEPT_DUE)),
  completeDueAt: toTimestamp(new Date(COMPLETE_DUE)),
};

export interface FiledItem {
  readonly requestId: string;
  readonly itemId: string;
}

/** A ticket as routing would tell of it; the minute of each piece of news is its version. */
export class ATicket {
  readonly id = newId();

  constructor(
    private readonly item: FiledItem,
    private readonly nodePath = TENGZHOU,
  ) {}

  routed(version = 1): EventMessage {
    const event = { ticket: this.ref(version), reasonCode: 'COUNTY_STATION', routedAt: at(version), ...due };
    return eventMessage(TOPICS.ticket, this.id, TicketRoutedSchema, event);
  }

  accepted(version = 2): EventMessage {
    const event = { ticket: this.ref(version), acceptedAt: at(version), ...due };
    return eventMessage(TOPICS.ticket, this.id, TicketAcceptedSchema, event);
  }

  started(version = 3): EventMessage {
    const event = { ticket: this.ref(version), jobId: newId(), startedAt: at(version) };
    return eventMessage(TOPICS.ticket, this.id, TicketStartedSchema, event);
  }

  /** Lines of an item of metrology that leave for an item of their own. */
  split(version: number, newItemId: string, stays: unknown[], leaves: unknown[]): EventMessage {
    return eventMessage(TOPICS.ticket, this.id, TicketSplitSchema, {
      ticket: this.ref(version),
      newItemId,
      formJson: JSON.stringify({ instruments: stays }),
      newFormJson: JSON.stringify({ instruments: leaves }),
      reason: '分机构办理',
      splitBy: 'clerk',
      splitAt: at(version),
      promisedFrom: at(1),
      completeLimitDays: 9,
    });
  }

  returned(version: number, ...missing: string[]): EventMessage {
    const event = { ticket: this.ref(version), missing, returnedAt: at(version) };
    return eventMessage(TOPICS.ticket, this.id, TicketReturnedSchema, event);
  }

  resumed(version: number): EventMessage {
    const event = { ticket: this.ref(version), resumedAt: at(version), ...due };
    return eventMessage(TOPICS.ticket, this.id, TicketResumedSchema, event);
  }

  resolved(version = 4): EventMessage {
    const event = { ticket: this.ref(version), resolvedAt: at(version), deliverableNumbers: ['JL-1'] };
    return eventMessage(TOPICS.ticket, this.id, TicketResolvedSchema, event);
  }

  cancelled(version: number): EventMessage {
    const event = { ticket: this.ref(version), reason: '申请已撤回', cancelledAt: at(version) };
    return eventMessage(TOPICS.ticket, this.id, TicketCancelledSchema, event);
  }

  private ref(version: number) {
    return {
      ...this.item,
      ticketId: this.id,
      ticketNo: 'TK-JL-20261124-000001',
      nodeCode: this.nodePath.split('/').at(-1) ?? '',
      nodePath: this.nodePath,
      institutionId: 'ORG005',
      institutionName: '演示计量机构',
      version,
    };
  }
}

/** A metrology job as its domain would tell of it. */
export class AJob {
  readonly id = newId();
  readonly deliverableId = newId();

  constructor(private readonly item: FiledItem) {}

  opened(): EventMessage {
    const event = { job: this.ref(), openedAt: at(3) };
    return eventMessage(TOPICS.metrologyJob, this.id, JobOpenedSchema, event);
  }

  advanced(toStatus: string): EventMessage {
    const event = { job: this.ref(), fromStatus: 'RECEIVED', toStatus, advancedAt: at(3, 30) };
    return eventMessage(TOPICS.metrologyJob, this.id, JobAdvancedSchema, event);
  }

  issued(): EventMessage {
    return eventMessage(TOPICS.metrologyJob, this.id, DeliverableIssuedSchema, {
      job: this.ref(),
      deliverableId: this.deliverableId,
      number: 'JL-2026-000001',
      kind: 'calibration-certificate',
      titleZh: '校准证书',
      titleEn: 'Calibration certificate',
      conclusion: '符合',
      issuedAt: at(5),
      validUntil: '2027-11-23',
    });
  }

  private ref() {
    return { ...this.item, jobId: this.id, jobNo: 'JB-JL-20261124-000001', domain: 'metrology' };
  }
}

export function enterpriseRegistered(uscc: string, name: string): EventMessage {
  return eventMessage(TOPICS.organization, uscc, OrganizationRegisteredSchema, {
    organizationId: uscc,
    uscc,
    name,
    kind: OrganizationKind.ENTERPRISE,
    regionCode: '370481',
    registeredAt: at(0),
  });
}
