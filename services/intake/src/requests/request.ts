import { Aggregate, DomainError, type ServiceDomain } from '@nqi/kernel';
import { advance, type PackagePlan, type PlannedItem } from '../packages/package-plan.js';
import { layOut } from './laid-out-items.js';
import { isBadRating, type Rating } from './rating.js';
import { itemStatusOf, requestStatusOf, type ItemStatus, type RequestStatus } from './request-status.js';
import type { RequestEvent, ServicePromise, Step, StepDetail, StepKind } from './request.events.js';
import type { Division, TicketFacts, TicketNews } from './ticket-news.js';

export type Mode = 'online' | 'offline' | 'on-site';
export type Urgency = 'normal' | 'urgent';
export type Form = Readonly<Record<string, unknown>>;

export interface RequestItemState {
  readonly id: string;
  readonly serviceCode: string;
  readonly domain: ServiceDomain;
  readonly chosenInstitutionId?: string;
  /** The client leaves the choice of the institution to the platform. */
  readonly recommendedByPlatform: boolean;
  readonly form: Form;
  readonly status: ItemStatus;
  readonly ticket?: TicketFacts;
  /** When an office took it; a transfer hands over the acceptance too. */
  readonly acceptedAt?: Date;
  readonly startedAt?: Date;
  readonly acceptDueAt?: Date;
  readonly completeDueAt?: Date;
  /** Everything the office misses, while the item is returned. */
  readonly returnedFor: readonly string[];
}

/** The order of a package as it was when it was filed, with what was promised for the items that had to wait. */
export interface FiledPlan {
  readonly legs: PackagePlan;
  readonly promises: Readonly<Record<string, ServicePromise>>;
}

export interface RequestState {
  readonly id: string;
  readonly requestNo: string;
  readonly enterprise: {
    readonly uscc: string;
    readonly name: string;
    /** Staff typed the name; true until the enterprise registers, which makes the request its own. */
    readonly unverified?: true;
  };
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly mode: Mode;
  readonly urgency: Urgency;
  /** Day for which the work is wanted. */
  readonly wantedDate?: string;
  readonly packageCode?: string;
  /** The edition of the catalogue it was filed under; of old requests the first. */
  readonly catalogueEdition?: string;
  /** Of a package whose items wait for one another. */
  readonly plan?: FiledPlan;
  /** Working days from filing until the last item is done; unknown for old requests. */
  readonly promisedDays?: number;
  /** The telephone lies sealed once the request is stored (`ContactPhones`). */
  readonly contact: { readonly name: string; readonly phone: string };
  readonly filedBy: string;
  /** Node code of the office that filed on behalf of the enterprise; absent when the enterprise filed itself. */
  readonly filedAtOffice?: string;
  readonly filedAt: Date;
  readonly status: RequestStatus;
  readonly completedAt?: Date;
  readonly rating?: Rating;
  readonly items: readonly RequestItemState[];
  readonly version: number;
}

export type NewItem = Pick<
  RequestItemState,
  'id' | 'serviceCode' | 'domain' | 'chosenInstitutionId' | 'recommendedByPlatform' | 'form'
> & {
  readonly promise: ServicePromise;
  /** Materials named with it; they are kept beside the request, which only says which they were when it was filed. */
  readonly materials?: readonly string[];
};
export type NewRequest = Omit<RequestState, 'status' | 'completedAt' | 'rating' | 'items' | 'plan' | 'version'> & {
  readonly items: readonly NewItem[];
  /** The package's order; items that wait for nothing are ready at once. */
  readonly legs?: PackagePlan;
};

/** What a demand became. */
export interface TakenUp extends Pick<RequestState, 'packageCode' | 'catalogueEdition' | 'promisedDays'> {
  readonly items: readonly NewItem[];
  readonly legs: PackagePlan;
}

/** The code under which a demand is an item until it is turned into others; no service of the catalogue has it. */
export const GENERAL_DEMAND = 'GEN-DEMAND';

/** It has served by becoming other items, which alone say how far the request is. */
const isTakenUp = ({ serviceCode, status }: RequestItemState): boolean =>
  serviceCode === GENERAL_DEMAND && status === 'COMPLETED';

const ENDED: readonly RequestStatus[] = ['COMPLETED', 'CANCELLED'];

/**
 * One filing (服务申请) and how far each of its items has come. Its own moves are cancelling, correcting and rating;
 * progress is what the tickets tell. COMPLETED and CANCELLED are final: late news no longer moves them.
 */
export class Request extends Aggregate<RequestEvent> {
  private steps: Step[] = [];

  private constructor(private state: RequestState) {
    super();
  }

  /** A new request. Its items are ready to be routed, but for those of a package that wait for others. */
  static file(filing: NewRequest): Request {
    const { legs = [], items: newItems, ...rest } = filing;
    const { items, ready, plan } = layOut(newItems, legs);
    const request = new Request({ ...rest, ...(plan && { plan }), status: 'SUBMITTED', items, version: 1 });
    request.record({ type: 'RequestFiled', at: filing.filedAt });
    request.tellReady(ready, filing.filedAt);
    return request;
  }

  /** A request that so far is a need in words; a dispatcher and the enterprise turn it into items. */
  static demand(filing: Omit<NewRequest, 'items' | 'legs'>, itemId: string, text: string): Request {
    const item: RequestItemState = {
      ...{ id: itemId, serviceCode: GENERAL_DEMAND, domain: 'consulting', recommendedByPlatform: false },
      ...{ form: { note: text }, status: 'WAITING', returnedFor: [] },
    };
    const request = new Request({ ...filing, status: 'SUBMITTED', items: [item], version: 1 });
    request.record({ type: 'RequestFiled', at: filing.filedAt });
    return request;
  }

  /** Rebuilds a request from storage. Skips every rule, so only repositories may call it. */
  static restore(state: RequestState): Request {
    return new Request(state);
  }

  snapshot(): RequestState {
    return this.state;
  }

  /** Hands over the steps of the history since the last pull, oldest first. */
  pullSteps(): Step[] {
    const steps = this.steps;
    this.steps = [];
    return steps;
  }

  /**
   * Withdraws everything that is still open. What was served stays served: a request with a served item then ends
   * COMPLETED, any other CANCELLED.
   */
  cancel(reason: string, by: string, at: Date): void {
    const { status } = this.state;
    if (status === 'COMPLETED' || status === 'CANCELLED') {
      throw new DomainError(
        'REQUEST.ENDED',
        'conflict',
        { zh: '申请已办结或已撤回，不能撤回', en: 'The request has ended and cannot be withdrawn' },
        { status },
      );
    }
    const open = this.state.items.filter((item) => !isEnded(item)).map(({ id }) => id);
    for (const id of open) this.changeItem(id, { status: 'CANCELLED', returnedFor: [] });
    this.record({ type: 'RequestCancelled', itemIds: open, reason, by, at });
    this.note('cancelled', at, { reason });
    this.settle(at);
  }

  /**
   * Lines of an item became an item of their own, which wants an office like any other; when the item was withdrawn
   * meanwhile, so were they. A split that is known already changes nothing.
   */
  split(itemId: string, ticket: TicketFacts, division: Division, at: Date): void {
    const item = this.state.items.find(({ id }) => id === itemId);
    const { newItemId, form, newForm, reason, promise, promisedFrom } = division;
    if (!item || this.state.items.some(({ id }) => id === newItemId)) return;
    const withdrawn = item.status === 'CANCELLED' || ENDED.includes(this.state.status);
    const known = item.ticket && item.ticket.version >= ticket.version;
    this.changeItem(itemId, { form, ...(!known && { ticket }) });
    const { serviceCode, domain, chosenInstitutionId, recommendedByPlatform } = item;
    const part: RequestItemState = {
      id: newItemId,
      serviceCode,
      domain,
      chosenInstitutionId,
      recommendedByPlatform,
      form: newForm,
      status: withdrawn ? 'CANCELLED' : 'READY',
      returnedFor: [],
    };
    this.state = { ...this.state, items: [...this.state.items, part] };
    if (!withdrawn) {
      const splitFrom = { ticketId: ticket.id, promisedFrom };
      this.record({ type: 'RequestItemReady', itemId: newItemId, promise, splitFrom, at });
    }
    this.note('split', at, { nodeCode: ticket.nodeCode, newItemId, reason }, itemId);
    this.settle(at);
  }

  /** The items that a demand was turned into; the demand itself is done with that. */
  takeUp(itemId: string, { items, legs, ...known }: TakenUp, at: Date): void {
    const { items: added, ready, plan } = layOut(items, legs);
    this.changeItem(itemId, { status: 'COMPLETED' });
    this.state = { ...this.state, ...known, ...(plan && { plan }), items: [...this.state.items, ...added] };
    this.tellReady(ready, at);
    this.note('demand-confirmed', at, {}, itemId);
    this.settle(at);
  }

  /** A demand that comes to nothing; the request ends with it. */
  giveUp(itemId: string, reason: string, by: string, at: Date): void {
    this.changeItem(itemId, { status: 'CANCELLED' });
    this.record({ type: 'RequestCancelled', itemIds: [itemId], reason, by, at });
    this.note('demand-closed', at, { reason }, itemId);
    this.settle(at);
  }

  /** What was said about a demand, for its history. */
  noteDemand(kind: 'demand-proposed' | 'demand-declined', itemId: string, detail: StepDetail, at: Date): void {
    this.state = { ...this.state };
    this.note(kind, at, detail, itemId);
  }

  /** Answers a return with a new form; the item goes back to where its ticket stood. */
  correct(itemId: string, form: Form, at: Date): void {
    const item = this.item(itemId);
    if (item.status !== 'RETURNED') {
      throw new DomainError(
        'REQUEST_ITEM.NOT_RETURNED',
        'conflict',
        { zh: '该事项未被退回补正', en: 'The item is not returned for correction' },
        { status: item.status },
      );
    }
    this.changeItem(itemId, { status: itemStatusOf(item), returnedFor: [], form });
    this.record({ type: 'RequestItemCorrected', itemId, at });
    this.note('corrected', at, { replacedForm: item.form }, itemId);
    this.settle(at);
  }

  /** 好差评: once per completed request; one or two stars need a reason. */
  rate(stars: number, reasons: readonly string[], at: Date): void {
    if (this.state.status !== 'COMPLETED') {
      const text = { zh: '办结后才能评价', en: 'Only a completed request can be rated' };
      throw new DomainError('REQUEST.NOT_COMPLETED', 'conflict', text, { status: this.state.status });
    }
    if (this.state.rating) {
      throw new DomainError('REQUEST.ALREADY_RATED', 'conflict', { zh: '已经评价过', en: 'It is rated already' });
    }
    if (!Number.isInteger(stars) || stars < 1 || stars > 5) {
      const text = { zh: '评价为 1 至 5 星', en: 'A rating has one to five stars' };
      throw new DomainError('RATING.STARS', 'invalid', text, { stars }, '/stars');
    }
    if (isBadRating(stars) && reasons.length === 0) {
      const text = { zh: '差评须说明原因', en: 'A bad rating needs a reason' };
      throw new DomainError('RATING.REASON_REQUIRED', 'invalid', text, { stars }, '/reasons');
    }
    this.state = { ...this.state, rating: { stars, reasons, ratedAt: at } };
    this.record({ type: 'RequestRated', stars, reasons, at });
    this.note('rated', at, { stars });
  }

  /**
   * Takes over what an item's ticket tells. News not newer than what is known changes nothing; news of an item that
   * has ended updates the ticket's whereabouts, never the end.
   */
  follow(itemId: string, ticket: TicketFacts, news: TicketNews, at: Date): void {
    const item = this.state.items.find(({ id }) => id === itemId);
    if (!item || (item.ticket && item.ticket.version >= ticket.version)) return;
    if (isEnded(item)) {
      this.changeItem(itemId, { ticket });
      if (news.kind !== 'resolved') return;
    } else {
      const next = { ...item, ticket, ...changesOf(news, at) };
      this.changeItem(itemId, { ...next, status: this.statusAfter(news, next) });
    }
    this.noteNews(news, ticket, itemId, at);
    this.settle(at);
  }

  private tellReady(items: readonly NewItem[], at: Date): void {
    for (const { id, promise } of items) this.record({ type: 'RequestItemReady', itemId: id, promise, at });
  }

  private statusAfter(news: TicketNews, item: RequestItemState): ItemStatus {
    switch (news.kind) {
      case 'resolved':
        return 'COMPLETED';
      case 'cancelled':
        return 'CANCELLED';
      case 'returned':
        return 'RETURNED';
      case 'resumed':
        return itemStatusOf(item);
      case 'routed':
      case 'accepted':
      case 'chosen':
      case 'assigned':
      case 'transferred':
      case 'replaced':
      case 'started':
      case 'promised':
        return item.status === 'RETURNED' ? 'RETURNED' : itemStatusOf(item);
    }
  }

  private noteNews(news: TicketNews, ticket: TicketFacts, itemId: string, at: Date): void {
    if (news.kind === 'started' || news.kind === 'assigned') return;
    const { kind, ...detail } = news;
    const { nodeCode, institutionName } = ticket;
    this.note(kind === 'cancelled' ? 'item-cancelled' : kind, at, { nodeCode, institutionName, ...detail }, itemId);
  }

  /** Draws the request's own status from its items; the last item that ends, ends it. */
  private settle(at: Date): void {
    const before = this.state.status;
    if (before === 'COMPLETED' || before === 'CANCELLED') return;
    this.advance(at);
    const status = requestStatusOf(this.state.items.filter((item) => !isTakenUp(item)).map((item) => item.status));
    this.state = { ...this.state, status };
    if (status !== 'COMPLETED') return;
    this.state = { ...this.state, completedAt: at };
    this.record({ type: 'RequestCompleted', at });
    this.note('completed', at, {});
  }

  /** Lets the items of a package begin whose turn has come, and gives up those whose input will never come. */
  private advance(at: Date): void {
    const { plan } = this.state;
    if (!plan) return;
    for (;;) {
      const { ready, doomed } = advance(plan.legs, this.state.items.map(planned));
      if (ready.length + doomed.length === 0) return;
      for (const itemId of ready) {
        const promise = plan.promises[itemId];
        if (!promise) throw new Error(`nothing was promised for item ${itemId}`);
        this.changeItem(itemId, { status: 'READY' });
        this.record({ type: 'RequestItemReady', itemId, promise, at });
        this.note('item-ready', at, {}, itemId);
      }
      for (const itemId of doomed) {
        this.changeItem(itemId, { status: 'CANCELLED' });
        this.record({ type: 'RequestItemForgone', itemId, at });
        this.note('item-forgone', at, {}, itemId);
      }
    }
  }

  private item(id: string): RequestItemState {
    const item = this.state.items.find((candidate) => candidate.id === id);
    if (item) return item;
    throw new DomainError('REQUEST_ITEM.UNKNOWN', 'not_found', { zh: '没有此事项', en: 'No such item' });
  }

  private changeItem(id: string, changes: Partial<RequestItemState>): void {
    const items = this.state.items.map((item) => (item.id === id ? { ...item, ...changes } : item));
    this.state = { ...this.state, items };
  }

  private note(kind: StepKind, at: Date, detail: StepDetail, itemId?: string): void {
    this.steps.push({ kind, at, detail, ...(itemId && { itemId }) });
  }
}

function planned({ id, serviceCode, status }: RequestItemState): PlannedItem {
  if (status === 'COMPLETED') return { id, serviceCode, state: 'served' };
  if (status === 'CANCELLED') return { id, serviceCode, state: 'unserved' };
  return { id, serviceCode, state: status === 'WAITING' ? 'waiting' : 'open' };
}

export function isEnded({ status }: Pick<RequestItemState, 'status'>): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED';
}

function changesOf(news: TicketNews, at: Date): Partial<RequestItemState> {
  switch (news.kind) {
    case 'routed':
    case 'promised':
      return { acceptDueAt: news.acceptDueAt, completeDueAt: news.completeDueAt };
    case 'accepted':
      return { acceptedAt: at, acceptDueAt: news.acceptDueAt, completeDueAt: news.completeDueAt };
    case 'returned':
      return { returnedFor: news.missing };
    case 'resumed':
      return { returnedFor: [], acceptDueAt: news.acceptDueAt, completeDueAt: news.completeDueAt };
    case 'started':
    case 'replaced':
      return { startedAt: news.kind === 'started' ? at : undefined };
    case 'resolved':
    case 'cancelled':
      return { returnedFor: [] };
    case 'chosen':
      return news.acceptDueAt ? { acceptDueAt: news.acceptDueAt, completeDueAt: news.completeDueAt } : {};
    case 'assigned':
    case 'transferred':
      return {};
  }
}
