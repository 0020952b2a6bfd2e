import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DEFAULT_PAGE, type Access } from '@nqi/platform';
import { ReferenceBook } from '../catalogue/reference-book.js';
import { dueOf, isOverdue, pendingClocks } from './rectification-clocks.js';
import { ENDED, isPossible, officeSteps, type RectificationStep } from './rectification-state.js';
import { unknownRectification } from './rectification.errors.js';
import { RectificationRepository, type RecordedStep, type RectificationFilter } from './rectification.repository.js';
import type { RectificationPageView, RectificationView } from './rectification.views.js';
import type { RectificationRecord } from './rectification.js';

export interface ListRectifications {
  readonly filter: Omit<RectificationFilter, 'overdueAt'> & { readonly overdue?: boolean };
  readonly access: Access;
  readonly limit?: number;
  readonly cursor?: string;
}

/** What the enterprise is told in words; the rest is the office's own record. */
const TOLD_TO_ENTERPRISE: readonly RectificationStep[] = ['open', 'feed-back', 'close', 're-rate', 'uphold'];

@Injectable()
export class ReadRectificationsQuery {
  constructor(
    private readonly rectifications: RectificationRepository,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  async list({ filter, access, limit = DEFAULT_PAGE, cursor }: ListRectifications): Promise<RectificationPageView> {
    const { overdue, ...rest } = filter;
    const criteria = { ...rest, ...(overdue && { overdueAt: this.clock.now() }) };
    const { items, nextCursor } = await this.rectifications.list(criteria, access, limit, cursor);
    return { items: items.map((found) => this.view(found, access)), nextCursor };
  }

  async one(id: string, access: Access): Promise<RectificationView> {
    const found = await this.rectifications.find(id, access);
    if (!found) throw unknownRectification();
    const steps = await this.rectifications.steps(id);
    return { ...this.view(found, access), history: steps.map((step) => historyLine(step, isEnterprise(access))) };
  }

  private view(found: RectificationRecord, access: Access): RectificationView {
    const {
      appealedBy: _appealedBy,
      overdueTold: _told,
      regionCode: _region,
      parkCode: _park,
      nodePath,
      ...rest
    } = found;
    const nodeCode = nodePath.slice(nodePath.lastIndexOf('/') + 1);
    const now = this.clock.now();
    const [next] = pendingClocks({ ...found, overdueTold: [] });
    return {
      ...rest,
      nodeCode,
      nodeName: this.book.nodeName(nodeCode),
      overdue: isOverdue(found, now),
      ...(next && { nextClock: next.clock, nextDueAt: dueOf(next.clock, found) }),
      steps: isEnterprise(access)
        ? (['re-rate'] as const).filter((step) => isPossible(step, rest.status))
        : ENDED.includes(rest.status)
          ? []
          : [
              ...officeSteps(rest.status, rest.extended),
              ...(['uphold', 'dismiss'] as const).filter((step) => isPossible(step, rest.status)),
            ],
    };
  }
}

function isEnterprise({ principal }: Access): boolean {
  return principal.organizationKind === 'enterprise';
}

function historyLine({ version: _version, actor, note, ground, ...line }: RecordedStep, forEnterprise: boolean) {
  if (!forEnterprise) return { ...line, actor, note, ground };
  return { ...line, ...(TOLD_TO_ENTERPRISE.includes(line.step) && { note }) };
}
