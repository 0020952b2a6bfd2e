import type { Access } from '@nqi/platform';
import type { Note } from './note.js';

/** Notes of tickets; of a ticket out of reach there are none, and none can be added. */
export abstract class NoteRepository {
  /** False when there is no such ticket within reach. */
  abstract add(ticketId: string, note: Note, access: Access): Promise<boolean>;

  /** The newest first, from before an id, one more than the limit when there are more; undefined without a ticket. */
  abstract ofTicket(ticketId: string, access: Access, limit: number, before?: string): Promise<Note[] | undefined>;
}
