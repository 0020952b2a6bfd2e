import { Injectable } from '@nestjs/common';
import { Clock, DomainError, newId } from '@nqi/kernel';
import type { Access } from '@nqi/platform';
import { assertReaches, ownershipOf, unknownRequest } from '../requests/request.policy.js';
import { RequestReads } from '../requests/request-reads.repository.js';
import { isBadRating } from '../requests/rating.js';
import type { RequestState } from '../requests/request.js';
import { OfficeCalendar } from '../calendar/office-calendar.js';
import type { RectificationCause } from './rectification-state.js';
import { noResultToObject, nothingServed, openAlready } from './rectification.errors.js';
import { RectificationRepository } from './rectification.repository.js';
import { Rectification, commonOffice } from './rectification.js';

export interface OpenComplaint {
  readonly requestId: string;
  readonly cause: Exclude<RectificationCause, 'bad-rating'>;
  readonly text: string;
  readonly access: Access;
}

/** Opens a case by what an enterprise says. */
@Injectable()
export class OpenRectificationHandler {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly reads: RequestReads,
    private readonly clock: Clock,
    private readonly calendar: OfficeCalendar,
  ) {}

  /** Throws `not_found` for a request out of reach, `conflict` while a case of the same kind is open. */
  async complain({ requestId, cause, text, access }: OpenComplaint): Promise<string> {
    const stored = await this.reads.find(requestId);
    if (!stored) throw unknownRequest();
    assertReaches(access, ownershipOf(stored.state));
    if (cause === 'objection' && stored.deliverables.length === 0) throw noResultToObject();
    const opened = this.caseOf(stored.state, { cause, statements: [text] }, access.principal.username);
    if (!opened) throw nothingServed();
    const openOne = await this.rectifications.open(opened);
    if (openOne !== undefined) throw openAlready(openOne);
    return opened.snapshot().id;
  }

  /** In the transaction that stores a bad rating. A request can be rated once, so this opens one case. */
  async afterRating(request: RequestState, by: string): Promise<void> {
    const { rating } = request;
    if (!rating || !isBadRating(rating.stars)) return;
    const grievance = { cause: 'bad-rating' as const, stars: rating.stars, statements: rating.reasons };
    const opened = this.caseOf(request, grievance, by);
    if (!opened) throw new DomainError('RECTIFICATION.NO_OFFICE', 'conflict', NO_OFFICE);
    await this.rectifications.open(opened);
  }

  private caseOf(
    { id, requestNo, enterprise, regionCode, parkCode, items }: RequestState,
    grievance: Pick<Parameters<typeof Rectification.open>[1], 'cause' | 'stars' | 'statements'>,
    actor: string,
  ): Rectification | undefined {
    const nodePath = commonOffice(items.flatMap(({ ticket }) => (ticket ? [ticket.nodePath] : [])));
    if (nodePath === undefined) return undefined;
    const about = { requestId: id, requestNo, enterprise, regionCode, ...(parkCode && { parkCode }), nodePath };
    const act = { actor, at: this.clock.now(), note: grievance.statements.join('; ') };
    return Rectification.open(newId(), { ...about, ...grievance }, act, this.calendar.working);
  }
}

const NO_OFFICE = { zh: '没有承办该申请的服务机构', en: 'No office served this request' };
