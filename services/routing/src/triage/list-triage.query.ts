import { Injectable } from '@nestjs/common';
import { DomainError, isUuid } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeCursor, toPage, type Access, type Page, type PageQuery } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { TriageRepository } from './triage.repository.js';
import { waitingView, type WaitingTicketView } from './triage.view.js';

/** What waits for a person, within the caller's reach. */
@Injectable()
export class ListTriageQuery {
  constructor(
    private readonly triage: TriageRepository,
    private readonly networks: NetworkRepository,
  ) {}

  async execute({ limit = DEFAULT_PAGE, cursor }: PageQuery, access: Access): Promise<Page<WaitingTicketView>> {
    const network = await this.networks.current();
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const found = await this.triage.waiting(access, limit, after);
    return toPage(
      found,
      limit,
      ({ ticket }) => [ticket.routedAt.toISOString(), ticket.id],
      (waiting) => waitingView(waiting, network),
    );
  }
}

function readCursor(cursor: string): { at: Date; id: string } {
  const [time = '', id = ''] = decodeCursor(cursor, 2);
  const at = new Date(time);
  if (isUuid(id) && !Number.isNaN(at.getTime())) return { at, id };
  const text = { zh: '分页游标无效', en: 'The cursor is not valid' };
  throw new DomainError('PAGE.BAD_CURSOR', 'invalid', text, {}, '/cursor');
}
