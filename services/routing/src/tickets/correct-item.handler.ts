import { Injectable } from '@nestjs/common';
import { TicketRepository } from './ticket.repository.js';

export interface CorrectItem {
  readonly itemId: string;
  readonly formJson: string;
  readonly correctedAt: Date;
}

/** The enterprise answered a return; an item that is not returned any more stays as it is. */
@Injectable()
export class CorrectItemHandler {
  constructor(private readonly tickets: TicketRepository) {}

  async execute({ itemId, formJson, correctedAt }: CorrectItem): Promise<void> {
    await this.tickets.updateOfItem(itemId, (ticket) => ticket.correct(formJson, correctedAt));
  }
}
