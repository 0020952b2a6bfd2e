import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  RequestCancelledSchema,
  RequestItemCorrectedSchema,
  RequestItemReadySchema,
  fromTimestamp,
  type RequestCancelled,
  type RequestItemCorrected,
  type RequestItemReady,
} from '@nqi/contracts';
import { DomainError, isDate, isServiceDomain, isUuid } from '@nqi/kernel';
import { OnEvent } from '@nqi/messaging';
import { ContactPhones } from '@nqi/platform';
import { CorrectItemHandler } from './correct-item.handler.js';
import { RouteItemHandler, type RouteItem } from './route-item.handler.js';
import { WithdrawItemsHandler } from './withdraw-items.handler.js';

/** What happens to requests, as intake tells it. An event that breaks its contract becomes a dead letter. */
@Controller()
export class RequestEventsConsumer {
  constructor(
    private readonly routeItem: RouteItemHandler,
    private readonly correctItem: CorrectItemHandler,
    private readonly withdrawItems: WithdrawItemsHandler,
    private readonly phones: ContactPhones,
  ) {}

  @OnEvent(RequestItemReadySchema)
  onItemReady(@Payload() event: RequestItemReady): Promise<void> {
    const item = toItem(event);
    const { contact, requestId } = item.order;
    // Events from before intake sealed telephones bring them in clear.
    const sealed = { ...contact, phone: this.phones.kept(contact.phone, requestId) };
    return this.routeItem.execute({ ...item, order: { ...item.order, contact: sealed } });
  }

  @OnEvent(RequestItemCorrectedSchema)
  onItemCorrected(@Payload() event: RequestItemCorrected): Promise<void> {
    return this.correctItem.execute({
      itemId: id(event.itemId, 'item_id'),
      formJson: form(event.formJson),
      correctedAt: fromTimestamp(event.correctedAt),
    });
  }

  @OnEvent(RequestCancelledSchema)
  onRequestCancelled(@Payload() event: RequestCancelled): Promise<void> {
    return this.withdrawItems.execute({
      itemIds: event.itemIds.map((itemId) => id(itemId, 'item_ids')),
      reason: event.reason,
      actor: event.cancelledBy,
      at: fromTimestamp(event.cancelledAt),
    });
  }
}

function toItem(event: RequestItemReady): RouteItem {
  const request = event.request ?? broken('request');
  return {
    order: {
      requestId: id(request.requestId, 'request.request_id'),
      requestNo: request.requestNo,
      itemId: id(event.itemId, 'item_id'),
      serviceCode: event.serviceCode,
      serviceName: { zh: event.serviceNameZh, en: event.serviceNameEn },
      domain: isServiceDomain(event.domain) ? event.domain : broken('domain'),
      enterprise: { uscc: request.enterpriseUscc, name: request.enterpriseName },
      contact: { name: event.contactName, phone: event.contactPhone },
      regionCode: request.regionCode,
      ...(request.parkCode && { parkCode: request.parkCode }),
      mode: event.mode,
      urgency: event.urgency,
      formJson: form(event.formJson),
      filedAt: fromTimestamp(event.filedAt),
    },
    performingLevel: event.performingLevel,
    completeLimitDays: event.completeLimitDays > 0 ? event.completeLimitDays : broken('complete_limit_days'),
    ...(event.chosenInstitutionId && { chosenInstitutionId: event.chosenInstitutionId }),
    ...(event.wantedDate && { wantedDate: isDate(event.wantedDate) ? event.wantedDate : broken('wanted_date') }),
    ...(event.recommendedByPlatform && { recommendedByPlatform: true }),
    ...(event.splitFromTicketId && {
      splitFrom: {
        ticketId: id(event.splitFromTicketId, 'split_from_ticket_id'),
        promisedFrom: fromTimestamp(event.promisedFrom),
      },
    }),
  };
}

function id(text: string, field: string): string {
  return isUuid(text) ? text : broken(field);
}

/** The form as it came, once it is known to be JSON. */
function form(text: string): string {
  if (text === '') return '{}';
  try {
    JSON.parse(text);
    return text;
  } catch {
    return broken('form_json');
  }
}

function broken(field: string): never {
  throw new DomainError('EVENT.BROKEN_CONTRACT', 'invalid', `field ${field} breaks the contract`, { field });
}
