import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  TicketAcceptedSchema,
  TicketCancelledSchema,
  TicketTransferredSchema,
  fromTimestamp,
  type TicketAccepted,
  type TicketCancelled,
  type TicketTransferred,
} from '@nqi/contracts';
import { OnEvent } from '@nqi/messaging';
import { PROCEDURE } from '../procedure-token.js';
import { FollowTicketHandler } from './follow-ticket.handler.js';
import { OpenJobHandler } from './open-job.handler.js';
import type { Procedure } from './procedure.js';

/** Opens and ends jobs as tickets of this domain are accepted and cancelled; other domains' tickets pass by. */
@Controller()
export class TicketEventsConsumer {
  constructor(
    @Inject(PROCEDURE) private readonly procedure: Procedure<string, unknown>,
    private readonly openJob: OpenJobHandler,
    private readonly followTicket: FollowTicketHandler,
  ) {}

  @OnEvent(TicketAcceptedSchema)
  async onAccepted(@Payload() event: TicketAccepted): Promise<void> {
    const { ticket } = event;
    // Without an institution of ours the province's platform does the work.
    if (ticket?.domain !== this.procedure.domain || ticket.institutionId === '') return;
    await this.openJob.execute({
      ticketId: ticket.ticketId,
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
      mode: event.mode,
      openedAt: fromTimestamp(event.acceptedAt),
      formJson: event.formJson,
    });
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
}
