import { Aggregate, assertMove } from '@nqi/kernel';
import { TicketClocks, type ClockSegment, type SegmentCause, type Terms } from '../clocks/ticket-clocks.js';
import { inTriage } from '../triage/triage.errors.js';
import type { TicketEvent, TicketFact } from './ticket-events.js';
import {
  ENDED,
  MOVES,
  PROVINCE,
  actionsOf,
  isAllowedIn,
  isForProvince,
  waitsForPlace,
  type TicketAction,
  type TicketRecord,
  type TicketState,
  type TicketStatus,
} from './ticket-state.js';
import { illegalMove, withProvince } from './ticket.errors.js';
import { slaOf, timersOf, type Timer } from './ticket-timing.js';

/** Who does something, and when. */
export interface Act {
  readonly actor: string;
  readonly at: Date;
}

/** What a ticket is made of, whatever is done with it: its state, the clocks derived from it, and what is told. */
export abstract class TicketBase extends Aggregate<TicketEvent> {
  protected clocks: TicketClocks;

  protected constructor(
    protected state: TicketState,
    protected terms: Terms,
  ) {
    super();
    this.clocks = new TicketClocks(state, terms);
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

  protected get ended(): boolean {
    return ENDED.includes(this.state.status);
  }

  protected assertAllowed(action: TicketAction, act?: Act): void {
    if (waitsForPlace(this.state, action) && !this.ended) throw inTriage();
    if (isForProvince(this.state, action) && act?.actor !== PROVINCE) throw withProvince();
    if (isAllowedIn(this.state.status, action, act?.actor)) return;
    throw illegalMove(action, this.state.status, actionsOf(this.state));
  }

  protected moveTo(status: TicketStatus, patch: Partial<TicketState>): void {
    assertMove(MOVES, this.state.status, status, 'TICKET.ILLEGAL_MOVE');
    this.change({ ...patch, status });
  }

  protected change(patch: Partial<TicketState>): void {
    this.state = { ...this.state, ...patch };
    this.clocks = new TicketClocks(this.state, this.terms);
  }

  protected appendSegment(state: ClockSegment['state'], cause: SegmentCause, { actor, at }: Act): void {
    const { status: stage, nodeCode: office } = this.state;
    const { segments } = this.clocks.withSegment({ state, cause, actor, from: at, stage, office });
    this.change({ segments });
  }

  protected tell(fact: TicketFact, { actor, at }: Act): void {
    this.change({ version: this.state.version + 1 });
    this.record({ ...fact, actor, at, version: this.state.version });
  }
}
