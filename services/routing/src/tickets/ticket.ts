import { Aggregate, assertMove, type WorkingCalendar } from '@nqi/kernel';
import {
  LIFT_REASON,
  TOP_PRIORITY,
  climb,
  pendingRungs,
  rungOf,
  type OfficeAbove,
  type Rung,
} from '../clocks/escalation-ladder.js';
import type { ClockName, PauseReason, ServiceLevel } from '../clocks/service-level.js';
import { TicketClocks, type ClockSegment, type SegmentCause } from '../clocks/ticket-clocks.js';
import type { InstitutionChoice, TriageReason } from '../rules/decision.js';
import { override, type OverrideTo } from '../triage/override.js';
import { inTriage } from '../triage/triage.errors.js';
import type { InstitutionOverride, TicketEvent, TicketFact } from './ticket-events.js';
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
import {
  illegalMove,
  institutionNeeded,
  institutionNotWanted,
  nowhereToEscalate,
  overrideNeedsReason,
  resolvedByJob,
  sameNode,
} from './ticket.errors.js';
import { openClocks, slaOf, timersOf, type Timer } from './ticket-timing.js';

/** Who does something, and when. */
export interface Act {
  readonly actor: string;
  readonly at: Date;
}

export interface Office {
  readonly code: string;
  readonly path: string;
}

/** Where the router sends an order. */
export interface Routing {
  readonly node: Office & { readonly reasonCode: string };
  readonly institution?: InstitutionRef;
  readonly institutionChoice: InstitutionChoice;
  /** Nobody can serve it: it waits at `node` for a person to place it. */
  readonly triage?: TriageReason;
  /** When the promise was made, where that was before: for what was split off another ticket. */
  readonly promisedFrom?: Date;
}

/** What becomes of a form that is divided. */
export interface Division {
  readonly newItemId: string;
  readonly lines: readonly string[];
  readonly formJson: string;
  readonly newFormJson: string;
}

interface Confirmation {
  readonly institution?: InstitutionRef;
  readonly institutionChoice: InstitutionChoice;
  readonly override?: InstitutionOverride;
}

/** The rungs that mark how far a clock has come. */
const MARKS: Readonly<Record<string, 'at-risk' | 'breached'>> = { 'at-risk': 'at-risk', breach: 'breached' };

/** The actor of what nobody pressed a button for. */
export const SYSTEM = 'system';

/**
 * One item of a request on its way through an office (工单). The office that holds it answers for its clocks; an
 * institution's job, if there is one, does the work.
 */
export class Ticket extends Aggregate<TicketEvent> {
  private clocks: TicketClocks;

  private constructor(
    private state: TicketState,
    calendar: WorkingCalendar,
  ) {
    super();
    this.clocks = new TicketClocks(state.segments, state.serviceLevel, state.acceptedAt, calendar);
  }

  static route(
    identity: { readonly id: string; readonly ticketNo: string },
    order: TicketOrder,
    routing: Routing,
    serviceLevel: ServiceLevel,
    at: Date,
    calendar: WorkingCalendar,
  ): Ticket {
    const ticket = new Ticket(
      {
        ...order,
        ...identity,
        nodeCode: routing.node.code,
        nodePath: routing.node.path,
        ...(routing.institution && { institution: routing.institution }),
        institutionChoice: routing.institutionChoice,
        status: 'ROUTED',
        ...(routing.triage && { triage: routing.triage }),
        serviceLevel,
        segments: [{ state: 'running', cause: 'ROUTED', actor: SYSTEM, from: routing.promisedFrom ?? at }],
        marks: { accept: 'on-time', complete: 'on-time' },
        escalations: [],
        priority: order.urgency === 'urgent' ? 1 : 0,
        urged: 0,
        routedAt: at,
        version: 0,
      },
      calendar,
    );
    ticket.tell({ type: 'TicketRouted', reasonCode: routing.node.reasonCode }, { actor: SYSTEM, at });
    return ticket;
  }

  /** Rebuilds a ticket from storage. Skips every rule, so only repositories may call it. */
  static restore(state: TicketState, calendar: WorkingCalendar): Ticket {
    return new Ticket(state, calendar);
  }

  /**
   * Takes the ticket, with the institution proposed or another one named (for which a reason is due). Whether the
   * institution may do the work is for the caller to have checked.
   */
  accept(act: Act, named?: InstitutionRef, reason?: string): void {
    this.assertAllowed('accept');
    const { override, ...confirmed } = this.confirm(named, reason);
    this.noteOverdue('accept', act);
    this.moveTo('ACCEPTED', { ...confirmed, acceptedAt: act.at });
    this.clocks = this.clocks.withAcceptance(act.at);
    const acceptDueAt = this.clocks.due('accept').at;
    this.tell(
      {
        type: 'TicketAccepted',
        acceptDueAt,
        completeDueAt: this.clocks.due('complete').at,
        workingMinutes: this.clocks.minutesUsed(act.at),
        onTime: act.at <= acceptDueAt,
        ...(override && { override }),
      },
      act,
    );
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
    this.change(patch);
    this.tell(fact, act);
  }

  /** Asks the enterprise to correct its filing; everything that is missing is told at once (一次性告知). */
  return(act: Act, missing: readonly string[]): void {
    this.assertAllowed('return');
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
    const { segments, serviceLevel, routedAt } = this.state;
    const promisedFrom = segments[0]?.from ?? routedAt;
    this.tell(
      { type: 'TicketSplit', ...division, reason, promisedFrom, completeLimitDays: serviceLevel.complete },
      act,
    );
  }

  pause(act: Act, reasonCode: PauseReason, note?: string): void {
    this.assertAllowed('pause');
    this.moveTo('PAUSED', { pauseReason: reasonCode, resumesTo: this.state.status });
    this.appendSegment('paused', reasonCode, act);
    this.tell({ type: 'TicketPaused', reasonCode, ...(note && { note }) }, act);
  }

  resume(act: Act, note?: string): void {
    this.assertAllowed('resume');
    this.goOn(act, 'RESUMED', note);
  }

  /** A job was opened. A ticket that stands paused or returned stays so and goes on in progress afterwards. */
  start(jobId: string, at: Date): void {
    const { status, acceptedAt } = this.state;
    if (this.ended || acceptedAt === undefined || this.state.jobId !== undefined) return;
    if (status === 'ACCEPTED') this.moveTo('IN_PROGRESS', { jobId });
    else this.change({ jobId, resumesTo: 'IN_PROGRESS' });
    this.tell({ type: 'TicketStarted', jobId }, { actor: SYSTEM, at });
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
   * stopped says nothing. `above` are the offices a late ticket may be lifted to, nearest first.
   */
  noteTimer(clock: Timer['clock'], kind: string, at: Date, above: readonly OfficeAbove[] = []): void {
    if (clock === 'pause') return this.endPause(kind, at);
    const rung = rungOf(clock, kind);
    if (!rung || this.clocks.paused || !openClocks(this.state).includes(clock)) return;
    if (!pendingRungs(clock, this.state.marks[clock], this.state.escalations).includes(rung)) return;
    this.fire(rung, { actor: SYSTEM, at }, above);
  }

  /** Timers that have yet to fire. */
  timers(): Timer[] {
    return timersOf(this.state, this.clocks);
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

  private confirm(named: InstitutionRef | undefined, reason: string | undefined): Confirmation {
    const { institution: proposed, institutionChoice, domain } = this.state;
    if (isOfficeServed(domain)) {
      if (named) throw institutionNotWanted();
      return { institutionChoice };
    }
    if (!named || named.id === proposed?.id) {
      if (!proposed) throw institutionNeeded();
      return { institution: proposed, institutionChoice };
    }
    if (proposed && !reason) throw overrideNeedsReason();
    return {
      institution: named,
      institutionChoice: institutionChoice === 'statutory' ? 'statutory' : 'platform',
      override: {
        ...(proposed && { fromInstitutionId: proposed.id }),
        toInstitutionId: named.id,
        ...(reason !== undefined && { reason }),
      },
    };
  }

  private handOver(act: Act, to: Office, reason: string, escalated: boolean): void {
    const fromNodeCode = this.state.nodeCode;
    if (to.code === fromNodeCode) throw sameNode();
    this.change({ nodeCode: to.code, nodePath: to.path, assignee: undefined });
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
    this.noteOverdue('complete', act);
    this.moveTo('RESOLVED', { resolution, endedAt: act.at, resumesTo: undefined });
    const workingMinutes = this.clocks.minutesUsed(act.at);
    const completeDueAt = this.clocks.due('complete').at;
    const onTime = act.at <= completeDueAt;
    this.tell({ type: 'TicketResolved', completeDueAt, workingMinutes, onTime, deliverableNumbers, resolution }, act);
  }

  /** A step taken late is a breach, also when its timer had no chance to say so. */
  private noteOverdue(clock: ClockName, act: Act): void {
    const late = this.clocks.due(clock).at < act.at;
    const breach = rungOf(clock, 'breach');
    if (late && breach && this.state.marks[clock] !== 'breached') this.fire(breach, act, []);
  }

  /** Whoever lifts a ticket also raises it, so that it is not late once more at the end of another queue. */
  private fire(rung: Rung, act: Act, above: readonly OfficeAbove[]): void {
    const { clock, code } = rung;
    // What nobody can serve stays with the hub: those above could not either.
    const reachable = this.state.triage === undefined ? above : [];
    const { escalation, to } = climb(rung, act.at, ACTION_STATES.escalate.includes(this.state.status), reachable);
    const raised = rung.act === 'notify' ? 0 : 1;
    this.change({
      escalations: [...this.state.escalations, escalation],
      priority: Math.min(this.state.priority + raised, TOP_PRIORITY),
    });
    const dueAt = this.clocks.due(clock).at;
    const mark = MARKS[code];
    if (mark) {
      this.change({ marks: { ...this.state.marks, [clock]: mark } });
      this.tell({ type: mark === 'breached' ? 'TicketSlaBreached' : 'TicketSlaAtRisk', clock, dueAt }, act);
    } else {
      this.tell({ type: 'TicketRungReached', escalation, dueAt }, act);
    }
    if (to) this.escalate(act, to, LIFT_REASON[clock]);
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
  }

  private appendSegment(state: ClockSegment['state'], cause: SegmentCause, { actor, at }: Act): void {
    this.clocks = this.clocks.withSegment({ state, cause, actor, from: at });
    this.change({ segments: this.clocks.segments });
  }

  private tell(fact: TicketFact, { actor, at }: Act): void {
    this.change({ version: this.state.version + 1 });
    this.record({ ...fact, actor, at, version: this.state.version });
  }
}
