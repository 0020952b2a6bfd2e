import { DueRows } from '../due/due-rows.repository.js';

/** Bookings that wait for an answer or a use, by the time they do so in vain. */
export abstract class DueBookings extends DueRows {}
