import { Aggregate, assertMove } from '@nqi/kernel';
import { MOVE_REASON, type LadderClock, type OtherOffices } from '../clocks/escalation-ladder.js';
import type { ClockName, PauseReason } from '../clocks/service-level.js';
import { TicketClocks, type ClockSegment, type SegmentCause, type Terms } from '../clocks/ticket-clocks.js';
import { override, type OverrideTo } from '../triage/override.js';
import { inTriage } from '../triage/triage.errors.js';
import { confirmed } from './institution-confirmation.js';
import { climbed } from './ticket-climb.js';
import type { ChoiceNote, TicketEvent, TicketFact } from './ticket-events.js';
import { promiseChange, renewedPromise, type Renewal } from './ticket-promise.js';
import { SYSTEM, routedState, type Office, type Routing, type TicketIdentity } from './ticket-routing.js';
import {
  ACTION_STATES,
  ENDED,
  MOVES,
  actionsOf,
  isOfficeServed,
  waitsForPlace,
  type InstitutionRef,
  type TicketAction,
  type TicketOrder,
  type TicketRecord,
  type TicketState,
  type TicketStatus,
} from './ticket-state.js';
import { illegalMove, noChoiceDue, nowhereToEscalate, resolvedByJob, sameNode } from './ticket.errors.js';
import { markOf, pendingOf, slaOf, timersOf, type PendingRung, type Timer } from './ticket-timing.js';

/** Who does something, and when. */
export interface Act {
  readonly actor: string;
  readonly at: Date;
}

/** What becomes of a form that is divided. */
export interface Division {
  readonly newItemId: string;
  readonly lines: readonly string[];
  readonly formJson: string;
  readonly newFormJson: string;
}

const NO_OTHER_OFFICES: OtherOffices = { above: [], beside: [] };

/**
 * One item of a request on its way through an office (工单). The office that holds it answers for its clocks; an
 * institution's job, if there is one, does the work.
 */
export class Ticket extends Aggregate<TicketEvent> {
  private clocks: TicketClocks;

  private constructor(
    private state: TicketState,
    private terms: Terms,
  ) {
    super();
    this.clocks = new TicketClocks(state, terms);
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
    this.assertAllowed('accept');
    const { override, ...confirmation } = confirmed(this.state, named, reason);
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
    if (!open || !['awaited', 'client'].includes(institutionChoice)) throw noChoiceDue();
    if (institution.id === chosen?.id) return;
    this.change({ institution, institutionChoice: 'client' });
    this.tell({ type: 'TicketInstitutionChosen', institutionId: institution.id, ...note }, act);
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
    const { patch, fact } = override(this.state, to, reason);
    const moves = patch.nodeCode !== this.state.nodeCode;
    this.change(patch);
    // A pause goes on; the segment that ends it will name the office.
    if (moves && !this.clocks.paused) this.appendSegment('running', 'TRANSFERRED', act);
    this.tell(fact, act);
  }

  /** Asks the enterprise to correct its filing; everything that is missing is told at once (一次性告知). */
  return(act: Act, missing: readonly string[]): void {
    this.assertAllowed('return');
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
    this.assertAllowed('resume');
    this.goOn(act, 'RESUMED', note);
  }

  /** A job was opened. A ticket that stands paused or returned stays so and goes on in progress afterwards. */
  start(jobId: string, at: Date): void {
    const { status, acceptedAt } = this.state;
    if (this.ended || acceptedAt === undefined || this.state.jobId !== undefined) return;
    if (status === 'ACCEPTED') {
      this.moveTo('IN_PROGRESS', { jobId, startedAt: at });
      this.appendSegment('running', 'STARTED', { actor: SYSTEM, at });
    } else {
      this.change({ jobId, startedAt: at, resumesTo: 'IN_PROGRESS' });
    }
    this.tell({ type: 'TicketStarted', jobId }, { actor: SYSTEM, at });
  }

  /** The job made a step, which is an answer to whoever waits. Ignored unless it is the first since acceptance. */
  noteWork(actor: string, at: Date): void {
    if (this.ended || !this.answered({ actor, at })) return;
    const due = this.clocks.dueOf('first-response');
    this.tell({ type: 'TicketResponded', onTime: due === undefined || at <= due.at }, { actor, at });
  }

  /** Ends a ticket that the office itself served. */
  resolve(act: Act, resolution: string): void {
    if (!isOfficeServed(this.state.domain)) throw resolvedByJob();
    this.assertAllowed('resolve');
    this.end(act, resolution, []);
  }

  /** The job is done. Ignored once the ticket has ended, or when nobody accepted it. */
  finish(deliverableNumbers: readonly string[], at: Date): void {
    if (this.ended || this.state.acceptedAt === undefined) return;
    this.end({ actor: SYSTEM, at }, '', deliverableNumbers);
  }

  /** The request was withdrawn, or nobody can serve it. Ignored once the ticket has ended. */
  cancel(act: Act, reason: string, reasonCode?: string): void {
    if (this.ended) return;
    this.moveTo('CANCELLED', { endedAt: act.at });
    this.appendSegment('stopped', 'ENDED', act);
    this.tell({ type: 'TicketCancelled', reason, ...(reasonCode && { reasonCode }) }, act);
  }

  /**
   * A timer came due: a rung of the ladder fires, or a pause ends. Does so once; a clock that stands still or has
   * stopped says nothing. `offices` are those that a late ticket may be moved to.
   */
  noteTimer(clock: Timer['clock'], kind: string, at: Date, offices = NO_OTHER_OFFICES): void {
    if (clock === 'pause') return this.endPause(kind, at);
    if (this.clocks.paused && clock !== 'return') return;
    const pending = this.pending(clock).find((each) => each.kind === kind);
    if (pending) this.fire(pending, { actor: SYSTEM, at }, offices);
  }

  /**
   * Other terms are in force from now on; told when they move a due time. Ignored once the ticket has ended. Rungs that
   * fired stay fired.
   */
  renew(terms: Terms, { cause, openTickets }: Renewal, at: Date): void {
    if (this.ended) return;
    const before = this.snapshot();
    const serviceLevel = cause === 'POLICY' ? renewedPromise(before, terms, openTickets) : before.serviceLevel;
    this.terms = terms;
    this.change({ serviceLevel, policyVersion: terms.policy.version, calendarVersion: terms.calendar.version });
    const change = promiseChange(before, this.snapshot(), { cause, openTickets });
    if (change) this.tell(change, { actor: SYSTEM, at });
  }

  /** Timers that have yet to fire. */
  timers(): Timer[] {
    return timersOf(this.state, this.clocks, this.terms.policy.content.ladder);
  }

  snapshot(): TicketRecord {
    const [accept, complete] = [this.clocks.due('accept'), this.clocks.due('complete')];
    return {
      ...this.state,
      acceptDueAt: accept.at,
      completeDueAt: complete.at,
      dueEstimated: accept.estimated || complete.estimated,
      sla: slaOf(this.state, this.clocks),
    };
  }

  private handOver(act: Act, to: Office, reason: string, escalated: boolean): void {
    const fromNodeCode = this.state.nodeCode;
    if (to.code === fromNodeCode) throw sameNode();
    this.change({ nodeCode: to.code, nodePath: to.path, assignee: undefined });
    this.appendSegment('running', 'TRANSFERRED', act);
    this.tell({ type: 'TicketTransferred', fromNodeCode, toNodeCode: to.code, reason, escalated }, act);
  }

  private endPause(kind: string, at: Date): void {
    const limit = this.state.status === 'PAUSED' ? this.clocks.pauseLimit() : undefined;
    if (limit?.code === kind && limit.at <= at) this.goOn({ actor: SYSTEM, at }, 'PAUSE_LIMIT', undefined, limit.at);
  }

  /** `from` when the clocks go on, if that was before anybody could say so. */
  private goOn(act: Act, cause: 'CORRECTED' | 'RESUMED' | 'PAUSE_LIMIT', note?: string, from = act.at): void {
    this.moveTo(this.state.resumesTo ?? 'ROUTED', {
      resumesTo: undefined,
      pauseReason: undefined,
      returnedFor: undefined,
    });
    this.appendSegment('running', cause, { ...act, at: from });
    const [acceptDueAt, completeDueAt] = [this.clocks.due('accept').at, this.clocks.due('complete').at];
    this.tell({ type: 'TicketResumed', cause, acceptDueAt, completeDueAt, ...(note && { note }) }, act);
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

  /** The handler's first act after acceptance; false when it was not the first. */
  private answered(act: Act): boolean {
    if (this.state.acceptedAt === undefined || this.state.respondedAt !== undefined) return false;
    this.noteOverdue('first-response', act);
    this.change({ respondedAt: act.at });
    return true;
  }

  /** A step taken late is a breach, also when its timer had no chance to say so. */
  private noteOverdue(clock: ClockName | 'first-response', act: Act): void {
    const due = this.clocks.dueOf(clock);
    if (!due || due.at >= act.at || markOf(this.state, clock) === 'breached') return;
    const breach = this.pending(clock).find(({ rung }) => rung.code === 'breach');
    if (breach) this.fire(breach, act, NO_OTHER_OFFICES);
  }

  private pending(clock: LadderClock): PendingRung[] {
    return pendingOf(this.state, clock, this.terms.policy.content.ladder);
  }

  private fire(pending: PendingRung, act: Act, offices: OtherOffices): void {
    // What nobody can serve stays with the hub: no other office could either.
    const reachable = this.state.triage === undefined ? offices : NO_OTHER_OFFICES;
    const { patch, fact, to } = climbed(this.state, this.clocks, pending, act.at, reachable);
    this.change(patch);
    this.tell(fact, act);
    if (to) this.handOver(act, to, MOVE_REASON[pending.rung.clock], pending.rung.act !== 'reroute-to-sibling');
  }

  private get ended(): boolean {
    return ENDED.includes(this.state.status);
  }

  private assertAllowed(action: TicketAction): void {
    if (waitsForPlace(this.state, action) && !this.ended) throw inTriage();
    if (ACTION_STATES[action].includes(this.state.status)) return;
    throw illegalMove(action, this.state.status, actionsOf(this.state));
  }

  private moveTo(status: TicketStatus, patch: Partial<TicketState>): void {
    assertMove(MOVES, this.state.status, status, 'TICKET.ILLEGAL_MOVE');
    this.change({ ...patch, status });
  }

  private change(patch: Partial<TicketState>): void {
    this.state = { ...this.state, ...patch };
    this.clocks = new TicketClocks(this.state, this.terms);
  }

  private appendSegment(state: ClockSegment['state'], cause: SegmentCause, { actor, at }: Act): void {
    const { status: stage, nodeCode: office } = this.state;
    const { segments } = this.clocks.withSegment({ state, cause, actor, from: at, stage, office });
    this.change({ segments });
  }

  private tell(fact: TicketFact, { actor, at }: Act): void {
    this.change({ version: this.state.version + 1 });
    this.record({ ...fact, actor, at, version: this.state.version });
  }
}
