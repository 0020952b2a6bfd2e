import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Idempotency, type Access } from '@nqi/platform';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import { NoteRepository } from './note.repository.js';
import { type Note } from './note.js';

export interface WriteNote {
  readonly ticketId: string;
  readonly text: string;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

@Injectable()
export class WriteNoteHandler {
  constructor(
    private readonly notes: NoteRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  execute({ access, idempotencyKey, ticketId, text }: WriteNote): Promise<Note> {
    const { principal } = access;
    const keyOwner = `${principal.organizationId}/ticket.note`;
    return this.idempotency.once(keyOwner, idempotencyKey, { ticketId, text }, async () => {
      const { username: author, organizationId: office } = principal;
      const note = { id: newId(), author, office, at: this.clock.now(), text };
      if (!(await this.notes.add(ticketId, note, access))) throw noSuchTicket(ticketId);
      return note;
    });
  }
}
