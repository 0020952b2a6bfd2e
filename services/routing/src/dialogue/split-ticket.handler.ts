import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { Idempotency } from '@nqi/platform';
import { ChangeTicketHandler, type TicketTarget } from '../tickets/change-ticket.handler.js';
import { type TicketRecord } from '../tickets/ticket-state.js';
import { splitForm } from './split-form.js';

export interface SplitTicket {
  readonly target: TicketTarget;
  /** JSON pointers into the form to what leaves. */
  readonly lines: readonly string[];
  readonly reason: string;
  readonly idempotencyKey?: string;
}

export interface Split {
  /** Item that the lines become; intake makes it, and it is routed as any other. */
  readonly newItemId: string;
  readonly staying: number;
  readonly leaving: number;
  readonly version: number;
}

/** Lets some lines of a ticket be served by a ticket of their own. */
@Injectable()
export class SplitTicketHandler {
  constructor(
    private readonly changeTicket: ChangeTicketHandler,
    private readonly idempotency: Idempotency,
  ) {}

  execute({ target, lines, reason, idempotencyKey }: SplitTicket): Promise<Split> {
    const { ticketId, access } = target;
    const keyOwner = `${access.principal.organizationId}/ticket.split`;
    return this.idempotency.once(keyOwner, idempotencyKey, { ticketId, lines, reason }, async () => {
      const newItemId = newId();
      let counts = { staying: 0, leaving: 0 };
      const { version } = await this.changeTicket.execute(target, (ticket, act) => {
        const divide = ({ domain, formJson }: Pick<TicketRecord, 'domain' | 'formJson'>) => {
          const { stays, leaves, ...divided } = splitForm(domain, formJson, lines);
          counts = divided;
          return { newItemId, lines, formJson: stays, newFormJson: leaves };
        };
        ticket.split(act, divide, reason);
      });
      return { newItemId, ...counts, version };
    });
  }
}
