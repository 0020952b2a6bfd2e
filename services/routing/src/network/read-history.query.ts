import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page, type PageQuery } from '@nqi/platform';
import { NetworkHistoryRepository, type MemberKind } from './network-history.repository.js';
import { changeView, type MemberChangeView } from './network-history.view.js';

/** What became of an office or an institution, and at which version it stands. */
@Injectable()
export class ReadHistoryQuery {
  constructor(private readonly history: NetworkHistoryRepository) {}

  async of(
    kind: MemberKind,
    code: string,
    { limit = DEFAULT_PAGE, cursor }: PageQuery,
  ): Promise<Page<MemberChangeView>> {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const rows = await this.history.history(kind, code, before === undefined ? undefined : Number(before), limit);
    return toPage(rows, limit, ({ version }) => [String(version)], changeView);
  }

  /** Version of a member, 0 when it does not exist. */
  async versionOf(kind: MemberKind, code: string): Promise<number> {
    return (await this.history.version(kind, code)) ?? 0;
  }
}
