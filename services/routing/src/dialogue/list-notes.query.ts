import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import { NoteRepository } from './note.repository.js';
import { type Note } from './note.js';

export interface ListNotes {
  readonly ticketId: string;
  readonly access: Access;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A page of a ticket's notes, the newest first. */
@Injectable()
export class ListNotesQuery {
  constructor(private readonly notes: NoteRepository) {}

  async execute({ ticketId, access, limit = DEFAULT_PAGE, cursor }: ListNotes): Promise<Page<Note>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const found = await this.notes.ofTicket(ticketId, access, limit, before);
    if (!found) throw noSuchTicket(ticketId);
    return toPage(
      found,
      limit,
      ({ id }) => [id],
      (note) => note,
    );
  }
}
