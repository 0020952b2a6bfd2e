import { Injectable } from '@nestjs/common';
import { type Access } from '@nqi/platform';
import { CountTicketsQuery } from '../tickets/count-tickets.query.js';
import { filterOf } from '../tickets/tickets.requests.js';
import { mayKeep, scopesOf } from './keep-queue-view.handler.js';
import { noSuchView } from './queue-view.errors.js';
import { QueueViewRepository } from './queue-view.repository.js';
import { isShared, type QueueView } from './queue-view.js';
import { type QueueViewView } from './queue-view.view.js';

/** The views a person sees, each with how many tickets that person would find under it. */
@Injectable()
export class ListQueueViewsQuery {
  constructor(
    private readonly views: QueueViewRepository,
    private readonly counts: CountTicketsQuery,
  ) {}

  async execute(access: Access): Promise<QueueViewView[]> {
    const shown: QueueViewView[] = [];
    // One after the other: forty counts at once would take every connection of the service.
    for (const view of await this.views.list(scopesOf(access.principal))) shown.push(await this.counted(view, access));
    return shown;
  }

  async one(id: string, access: Access): Promise<QueueViewView> {
    const view = (await this.views.list(scopesOf(access.principal))).find((seen) => seen.id === id);
    if (!view) throw noSuchView(id);
    return this.counted(view, access);
  }

  private async counted({ id, name, scope, filter, version }: QueueView, access: Access): Promise<QueueViewView> {
    const { total, capped } = await this.counts.execute(filterOf(filter), access);
    const editable = mayKeep(scope, access.principal);
    return { id, name, shared: isShared(scope), editable, filter, count: total, capped, version };
  }
}
