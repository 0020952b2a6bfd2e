import { MOVE_REASON, isClientWait, type LadderClock, type OtherOffices } from '../clocks/escalation-ladder.js';
import { CLIENT_CHOICE, type ClockName } from '../clocks/service-level.js';
import type { Terms } from '../clocks/ticket-clocks.js';
import { TicketBase, type Act } from './ticket-base.js';
import { climbed } from './ticket-climb.js';
import { promiseChange, renewedPromise, type Renewal } from './ticket-promise.js';
import { SYSTEM, type Office } from './ticket-routing.js';
import { awaitsChoice } from './ticket-state.js';
import { sameNode } from './ticket.errors.js';
import { markOf, pendingOf, type PendingRung, type Timer } from './ticket-timing.js';

type ResumeCause = 'CORRECTED' | 'RESUMED' | 'PAUSE_LIMIT';

const NO_OTHER_OFFICES: OtherOffices = { above: [], beside: [] };

/** What time does to a ticket: timers, rungs, pauses that end, other terms. */
export abstract class TimedTicket extends TicketBase {
  /**
   * A timer came due: a rung of the ladder fires, or a pause ends. Does so once; a clock that stands still or has
   * stopped says nothing. `offices` are those that a late ticket may be moved to.
   */
  noteTimer(clock: Timer['clock'], kind: string, at: Date, offices = NO_OTHER_OFFICES): void {
    if (clock === 'pause') return this.endPause(kind, at);
    if (this.clocks.paused && !isClientWait(clock)) return;
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

  protected handOver(act: Act, to: Office, reason: string, escalated: boolean): void {
    const fromNodeCode = this.state.nodeCode;
    if (to.code === fromNodeCode) throw sameNode();
    this.change({ nodeCode: to.code, nodePath: to.path, assignee: undefined, handedUpAt: undefined });
    // A pause goes on; the segment that ends it will name the office.
    if (!this.clocks.paused) this.appendSegment('running', 'TRANSFERRED', act);
    this.tell({ type: 'TicketTransferred', fromNodeCode, toNodeCode: to.code, reason, escalated }, act);
  }

  private endPause(kind: string, at: Date): void {
    const limit = this.clocks.pauseLimit();
    if (limit?.code !== kind || limit.at > at) return;
    const act = { actor: SYSTEM, at };
    if (this.clocks.awaitChoice) this.run(act, 'PAUSE_LIMIT', undefined, limit.at);
    else this.goOn(act, 'PAUSE_LIMIT', undefined, limit.at);
  }

  /** `from` when the clocks go on, if that was before anybody could say so. */
  protected goOn(act: Act, cause: ResumeCause, note?: string, from = act.at): void {
    this.moveTo(this.state.resumesTo ?? 'ROUTED', {
      resumesTo: undefined,
      pauseReason: undefined,
      returnedFor: undefined,
    });
    this.run(act, cause, note, from);
  }

  /** The client still has to choose after a correction, and gets the whole time for it. */
  private run(act: Act, cause: ResumeCause, note?: string, from = act.at): void {
    if (cause === 'CORRECTED' && awaitsChoice(this.state)) this.appendSegment('paused', CLIENT_CHOICE, act);
    else this.appendSegment('running', cause, { ...act, at: from });
    const [acceptDueAt, completeDueAt] = [this.clocks.due('accept').at, this.clocks.due('complete').at];
    this.tell({ type: 'TicketResumed', cause, acceptDueAt, completeDueAt, ...(note && { note }) }, act);
  }

  /** Whoever performs the work is named: the clocks go on, from the end of the pause if nobody has noticed that yet. */
  protected endChoice({ actor, at }: Act): void {
    if (!this.clocks.awaitChoice) return;
    const limit = this.clocks.pauseLimit()?.at;
    this.appendSegment('running', 'CHOSEN', { actor, at: limit && limit < at ? limit : at });
  }

  /** The handler's first act after acceptance; false when it was not the first. */
  protected answered(act: Act): boolean {
    if (this.state.acceptedAt === undefined || this.state.respondedAt !== undefined) return false;
    this.noteOverdue('first-response', act);
    this.change({ respondedAt: act.at });
    return true;
  }

  /** A step taken late is a breach, also when its timer had no chance to say so. */
  protected noteOverdue(clock: ClockName | 'first-response', act: Act): void {
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
}
