import { DueRows } from '../due/due-rows.repository.js';

/** Tickets at the province's office that its platform has yet to be handed. */
export abstract class WaitingUpwards extends DueRows {
  abstract count(): Promise<number>;
}
