import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { RequestReads, type RequestFilter } from './request-reads.repository.js';
import type { RequestView } from './request.views.js';
import { ShowRequest } from './show-request.query.js';

export interface ListRequests {
  readonly filter: RequestFilter;
  readonly access: Access;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Newest first: ids are UUIDv7, so their order is the order of filing. */
@Injectable()
export class ListRequestsQuery {
  constructor(
    private readonly reads: RequestReads,
    private readonly show: ShowRequest,
  ) {}

  async execute({ filter, access, limit = DEFAULT_PAGE, cursor }: ListRequests): Promise<Page<RequestView>> {
    const rows = await this.reads.list(
      filter,
      access,
      limit + 1,
      cursor === undefined ? undefined : decodeIdCursor(cursor),
    );
    const views = await Promise.all(rows.map((row) => this.show.execute(row, access, 'list')));
    return toPage(
      views,
      limit,
      ({ id }) => [id],
      (view) => view,
    );
  }
}
