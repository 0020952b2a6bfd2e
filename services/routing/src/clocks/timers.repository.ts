import { DueRows } from '../due/due-rows.repository.js';

/** The timers of all tickets; the rows that come due are the tickets, each with all its timers of that moment. */
export abstract class TimerRepository extends DueRows {}
