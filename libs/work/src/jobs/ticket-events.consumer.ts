import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  TicketAcceptedSchema,
  TicketCancelledSchema,
  TicketInstitutionReplacedSchema,
  TicketTransferredSchema,
  fromTimestamp,
  type TicketAccepted,
  type TicketCancelled,
  type TicketInstitutionReplaced,
  type TicketTransferred,
} from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { PROCEDURE } from '../procedure-token.js';
import { FollowTicketHandler } from './follow-ticket.handler.js';
import { OpenJobHandler } from './open-job.handler.js';
import type { Procedure } from './procedure.js';

/** Opens and ends jobs as tickets of this domain are accepted, given to others and cancelled; other domains' tickets pass by. */
@Controller()
export class TicketEventsConsumer {
  constructor(
    @Inject(PROCEDURE) private readonly procedure: Procedure<string, unknown>,
    private readonly openJob: OpenJobHandler,
    private readonly followTicket: FollowTicketHandler,
  ) {}

  @OnEvent(TicketAcceptedSchema)
  async onAccepted(@Payload() event: TicketAccepted): Promise<void> {
    await this.order(event, fromTimestamp(event.acceptedAt));
  }

  @OnEvent(TicketInstitutionReplacedSchema)
  async onReplaced(@Payload() event: TicketInstitutionReplaced): Promise<void> {
    await this.order(event, fromTimestamp(event.replacedAt), event.reason);
  }

  @OnEvent(TicketTransferredSchema)
  async onTransferred(@Payload() { ticket }: TicketTransferred): Promise<void> {
    if (ticket?.domain === this.procedure.domain) {
      await this.followTicket.toNode(ticket.ticketId, ticket.nodeCode, ticket.nodePath);
    }
  }

  @OnEvent(TicketCancelledSchema)
  async onCancelled(@Payload() { ticket, reason, cancelledAt }: TicketCancelled): Promise<void> {
    if (ticket?.domain === this.procedure.domain) {
      await this.followTicket.cancelled(ticket.ticketId, reason, fromTimestamp(cancelledAt));
    }
  }

  private async order(
    { ticket, mode, formJson }: TicketAccepted | TicketInstitutionReplaced,
    openedAt: Date,
    replacedFor?: string,
  ): Promise<void> {
    // Without an institution of ours the province's platform does the work.
    if (ticket?.domain !== this.procedure.domain || ticket.institutionId === '') return;
    await this.openJob.execute({
      ticketId: ticket.ticketId,
      ticketVersion: ticket.version,
      requestId: ticket.requestId,
      requestNo: ticket.requestNo,
      itemId: ticket.itemId,
      serviceCode: ticket.serviceCode,
      serviceName: { zh: ticket.serviceNameZh, en: ticket.serviceNameEn },
      enterpriseUscc: ticket.enterpriseUscc,
      enterpriseName: ticket.enterpriseName,
      nodeCode: ticket.nodeCode,
      nodePath: ticket.nodePath,
      institutionId: ticket.institutionId,
      institutionName: ticket.institutionName,
      mode,
      openedAt,
      formJson,
      ...(replacedFor !== undefined && { replacedFor }),
    });
  }
}
