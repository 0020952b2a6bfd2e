import { CLIENT_CHOICE, type PauseReason } from '../clocks/service-level.js';
import type { Terms } from '../clocks/ticket-clocks.js';
import { backAtHub } from '../upwards/back-at-hub.js';
import { override, type OverrideTo } from '../triage/override.js';
import { confirmed } from './institution-confirmation.js';
import type { Act } from './ticket-base.js';
import type { ChoiceNote } from './ticket-events.js';
import { SYSTEM, routedState, type Office, type Routing, type TicketIdentity } from './ticket-routing.js';
import {
  PROVINCE,
  awaitsChoice,
  isAbove,
  isOfficeServed,
  type InstitutionRef,
  type TicketOrder,
  type TicketState,
} from './ticket-state.js';
import { TimedTicket } from './ticket-timed.js';
import { noChoiceDue, nowhereToEscalate, resolvedByJob } from './ticket.errors.js';

export type { Act } from './ticket-base.js';

/** A job as the service that does the work tells of it. */
export interface TicketJob {
  readonly id: string;
  readonly institutionId: string;
}

/** What becomes of a form that is divided. */
export interface Division {
  readonly newItemId: string;
  readonly lines: readonly string[];
  readonly formJson: string;
  readonly newFormJson: string;
}

/**
 * One item of a request on its way through an office (工单). The office that holds it answers for its clocks; an
 * institution's job, if there is one, does the work.
 */
export class Ticket extends TimedTicket {
  private constructor(state: TicketState, terms: Terms) {
    super(state, terms);
  }

  static route(
    identity: TicketIdentity,
    order: TicketOrder,
    routing: Routing,
    catalogueDays: number,
    at: Date,
    terms: Terms,
  ): Ticket {
    const ticket = new Ticket(routedState(identity, order, routing, catalogueDays, at, terms), terms);
    ticket.tell({ type: 'TicketRouted', reasonCode: routing.node.reasonCode }, { actor: SYSTEM, at });
    return ticket;
  }

  /** Rebuilds a ticket from storage, with the terms its versions name. Skips every rule: only for repositories. */
  static restore(state: TicketState, terms: Terms): Ticket {
    return new Ticket(state, terms);
  }

  /**
   * Takes the ticket, with the institution proposed or another one named (for which a reason is due). Whether the
   * institution may do the work is for the caller to have checked.
   */
  accept(act: Act, named?: InstitutionRef, reason?: string): void {
    this.assertAllowed('accept', act);
    const { override, ...confirmation } = confirmed(this.state, named, reason);
    this.endChoice(act);
    this.noteOverdue('accept', act);
    this.moveTo('ACCEPTED', { ...confirmation, acceptedAt: act.at });
    this.appendSegment('running', 'ACCEPTED', act);
    const acceptDueAt = this.clocks.due('accept').at;
    this.tell(
      {
        type: 'TicketAccepted',
        acceptDueAt,
        completeDueAt: this.clocks.due('complete').at,
        workingMinutes: this.clocks.usage('accept', act.at).usedMinutes,
        onTime: act.at <= acceptDueAt,
        ...(override && { override }),
      },
      act,
    );
  }

  /**
   * The client says who performs the work, before the office takes the ticket. Whether that body may do it is for the
   * caller to have checked.
   */
  choose(act: Act, institution: InstitutionRef, note: ChoiceNote): void {
    const { status, institutionChoice, institution: chosen } = this.state;
    const open = status === 'ROUTED' || (status === 'RETURNED' && this.state.acceptedAt === undefined);
    if (!open || isAbove(this.state) || !['awaited', 'client'].includes(institutionChoice)) throw noChoiceDue();
    if (institution.id === chosen?.id) return;
    this.change({ institution, institutionChoice: 'client' });
    this.endChoice(act);
    const [acceptDueAt, completeDueAt] = [this.clocks.due('accept').at, this.clocks.due('complete').at];
    const institutionId = institution.id;
    this.tell({ type: 'TicketInstitutionChosen', institutionId, acceptDueAt, completeDueAt, ...note }, act);
  }

  assign(act: Act, assignee: string): void {
    this.assertAllowed('assign');
    if (assignee === this.state.assignee) return;
    this.change({ assignee });
    this.tell({ type: 'TicketAssigned', assignee }, act);
  }

  /** Hands the ticket to another office; its clocks go on, its assignee was the old office's. */
  transfer(act: Act, to: Office, reason: string): void {
    this.assertAllowed('transfer');
    this.handOver(act, to, reason, false);
  }

  /** Hands the ticket to the office above; `undefined` when there is none. */
  escalate(act: Act, parent: Office | undefined, reason: string): void {
    if (!parent) throw nowhereToEscalate();
    this.assertAllowed('escalate');
    this.handOver(act, parent, reason, true);
  }

  /** A person decides instead of the router; what takes a ticket out of triage. Fitness is for the caller to check. */
  override(act: Act, to: OverrideTo, reason: string): void {
    const { patch, fact, replaced } = override(this.state, to, reason);
    const { institution: from } = this.state;
    const moves = patch.nodeCode !== this.state.nodeCode;
    const placed = this.state.triage !== undefined;
    this.change(patch);
    if (!awaitsChoice(this.state)) this.endChoice(act);
    else if (placed) this.appendSegment('paused', CLIENT_CHOICE, act);
    // A pause goes on; the segment that ends it will name the office.
    if (moves && !this.clocks.paused) this.appendSegment('running', 'TRANSFERRED', act);
    this.tell(fact, act);
    if (replaced && to.institution) this.orderAnew(act, from, to.institution, reason);
  }

  /** Asks the enterprise to correct its filing; everything that is missing is told at once (一次性告知). */
  return(act: Act, missing: readonly string[]): void {
    this.assertAllowed('return', act);
    this.answered(act);
    this.moveTo('RETURNED', { returnedFor: missing, resumesTo: this.state.status });
    this.appendSegment('paused', 'RETURNED', act);
    this.tell({ type: 'TicketReturned', missing }, act);
  }

  /** The enterprise answered a return. Ignored when the ticket is not returned: the correction is old news. */
  correct(formJson: string, at: Date): void {
    if (this.state.status !== 'RETURNED') return;
    this.change({ formJson });
    this.goOn({ actor: this.state.enterprise.uscc, at }, 'CORRECTED');
  }

  /** Lets lines of the form go to an item of their own; the promise made for them goes with them. */
  split(act: Act, divide: (ticket: Pick<TicketState, 'domain' | 'formJson'>) => Division, reason: string): void {
    this.assertAllowed('split');
    const { formJson, ...division } = divide(this.state);
    this.change({ formJson });
    const { segments, catalogueDays: completeLimitDays, routedAt } = this.state;
    const promisedFrom = segments[0]?.from ?? routedAt;
    this.tell({ type: 'TicketSplit', ...division, reason, promisedFrom, completeLimitDays }, act);
  }

  pause(act: Act, reasonCode: PauseReason, note?: string): void {
    this.assertAllowed('pause');
    this.answered(act);
    this.moveTo('PAUSED', { pauseReason: reasonCode, resumesTo: this.state.status });
    this.appendSegment('paused', reasonCode, act);
    const endsAt = this.clocks.pauseLimit()?.at;
    this.tell({ type: 'TicketPaused', reasonCode, ...(note && { note }), ...(endsAt && { endsAt }) }, act);
  }

  resume(act: Act, note?: string): void {
    this.assertAllowed('resume', act);
    this.goOn(act, 'RESUMED', note);
  }

  /**
   * A job was opened. A ticket that stands paused or returned stays so and goes on in progress afterwards. Ignored when
   * the ticket has a job already, and of an institution that it does not name (any more).
   */
  start(job: TicketJob, at: Date): void {
    const { status, jobId: known } = this.state;
    if (known !== undefined || !this.follows(job)) return;
    const { id: jobId } = job;
    if (status === 'ACCEPTED') {
      this.moveTo('IN_PROGRESS', { jobId, startedAt: at });
      this.appendSegment('running', 'STARTED', { actor: SYSTEM, at });
    } else {
      this.change({ jobId, startedAt: at, resumesTo: 'IN_PROGRESS' });
    }
    this.tell({ type: 'TicketStarted', jobId }, { actor: SYSTEM, at });
  }

  /**
   * The job made a step, which is an answer to whoever waits. Ignored unless it is the first since acceptance, and of a
   * job that was replaced.
   */
  noteWork(actor: string, job: TicketJob, at: Date): void {
    if (!this.follows(job) || !this.answered({ actor, at })) return;
    const due = this.clocks.dueOf('first-response');
    this.tell({ type: 'TicketResponded', onTime: due === undefined || at <= due.at }, { actor, at });
  }

  /** Whether a job's news is about this ticket's work: it goes on, and the job is its own or, before it has one, may be. */
  private follows({ id, institutionId }: TicketJob): boolean {
    const { acceptedAt, jobId, institution } = this.state;
    if (this.ended || acceptedAt === undefined) return false;
    return jobId === undefined ? institutionId === institution?.id : id === jobId;
  }

  /** Ends a ticket that the office itself served, or the province. */
  resolve(act: Act, resolution: string, deliverableNumbers: readonly string[] = []): void {
    if (!isOfficeServed(this.state.domain) && act.actor !== PROVINCE) throw resolvedByJob();
    this.assertAllowed('resolve', act);
    this.end(act, resolution, deliverableNumbers);
  }

  /** The province's own platform takes over what its office holds and nobody has begun. */
  handUp(at: Date): void {
    if (isAbove(this.state) || this.state.status !== 'ROUTED') return;
    const act = { actor: SYSTEM, at };
    this.change({ handedUpAt: at });
    this.endChoice(act);
    this.tell({ type: 'TicketHandedUp' }, act);
  }

  /** The province works on what it accepted; no job of ours does. */
  begin(act: Act): void {
    this.moveTo('IN_PROGRESS', { startedAt: act.at });
    this.appendSegment('running', 'STARTED', act);
    this.tell({ type: 'TicketStarted' }, act);
  }

  /** The province will not serve it: a person at the hub places it anew, as if nobody had accepted it. */
  handBack(act: Act, hub: Office, reason: string): void {
    if (this.clocks.paused) this.goOn(act, 'RESUMED');
    const { patch, fact } = backAtHub(this.state, hub, reason);
    this.change(patch);
    this.appendSegment('running', 'HANDED_BACK', act);
    this.tell(fact, act);
  }

  /** The job is done. Ignored once the ticket has ended, and of a job that is not the ticket's (any more). */
  finish(job: TicketJob, deliverableNumbers: readonly string[], at: Date): void {
    if (!this.follows(job)) return;
    this.end({ actor: SYSTEM, at }, '', deliverableNumbers);
  }

  /** The request was withdrawn, or nobody can serve it. Ignored once the ticket has ended. */
  cancel(act: Act, reason: string, reasonCode?: string): void {
    if (this.ended) return;
    this.moveTo('CANCELLED', { endedAt: act.at });
    this.appendSegment('stopped', 'ENDED', act);
    this.tell({ type: 'TicketCancelled', reason, ...(reasonCode && { reasonCode }) }, act);
  }

  /** Another institution gets the order: as after acceptance the ticket waits for its job, and its clocks go on. */
  private orderAnew(act: Act, from: InstitutionRef | undefined, to: InstitutionRef, reason: string): void {
    const { jobId: fromJobId = '' } = this.state;
    const withoutJob = { jobId: undefined, startedAt: undefined };
    if (this.state.status === 'IN_PROGRESS') {
      this.moveTo('ACCEPTED', withoutJob);
      this.appendSegment('running', 'REPLACED', act);
    } else {
      this.change({ ...withoutJob, ...(this.state.resumesTo === 'IN_PROGRESS' && { resumesTo: 'ACCEPTED' }) });
    }
    this.tell({ type: 'TicketInstitutionReplaced', from, fromJobId, toInstitutionId: to.id, reason }, act);
  }

  private end(act: Act, resolution: string, deliverableNumbers: readonly string[]): void {
    this.appendSegment('stopped', 'ENDED', act);
    this.answered(act);
    this.noteOverdue('complete', act);
    this.moveTo('RESOLVED', { resolution, endedAt: act.at, resumesTo: undefined });
    const workingMinutes = this.clocks.minutesUsed(act.at);
    const completeDueAt = this.clocks.due('complete').at;
    const onTime = act.at <= completeDueAt;
    this.tell({ type: 'TicketResolved', completeDueAt, workingMinutes, onTime, deliverableNumbers, resolution }, act);
  }
}
