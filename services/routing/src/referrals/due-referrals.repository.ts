import { DueRows } from '../due/due-rows.repository.js';

/** Referrals that wait for an answer or a return, by the time the system does something about it. */
export abstract class DueReferrals extends DueRows {}
