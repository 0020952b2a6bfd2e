/** Gives out readable ticket numbers. */
export abstract class TicketNumbers {
  /** `TK-JL-20261124-000123`: unique, counted from 1 every Shanghai day over all domains, with gaps. */
  abstract next(letters: string, at: Date): Promise<string>;
}
