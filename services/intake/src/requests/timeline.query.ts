import { Injectable } from '@nestjs/common';
import type { Access } from '@nqi/platform';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { ReferenceBook } from '../catalogue/reference-book.js';
import { assertReaches, ownershipOf, unknownRequest } from './request.policy.js';
import { RequestReads } from './request-reads.repository.js';
import type { TimelineView } from './request.views.js';
import { filedText, stepText } from './timeline-texts.js';

/** What happened to a request, oldest first, in words an applicant understands. */
@Injectable()
export class TimelineQuery {
  constructor(
    private readonly reads: RequestReads,
    private readonly catalogue: CurrentCatalogue,
    private readonly book: ReferenceBook,
  ) {}

  async execute(id: string, access: Access): Promise<TimelineView> {
    const stored = await this.reads.find(id);
    if (!stored) throw unknownRequest();
    const { state } = stored;
    assertReaches(access, ownershipOf(state));
    const catalogue = await this.catalogue.filedUnder(state.catalogueEdition);
    const nodeName = (code: string) => this.book.nodeName(code);
    const serviceOf = (itemId: string | undefined) => {
      const item = state.items.find((candidate) => candidate.id === itemId);
      return item && catalogue.service(item.serviceCode)?.name;
    };
    const steps = (await this.reads.steps(id)).map(({ at, kind, itemId, detail }) => ({
      at,
      kind,
      itemId,
      serviceName: serviceOf(itemId),
      text: stepText(kind, detail, nodeName),
    }));
    return { items: [{ at: state.filedAt, kind: 'filed', text: filedText(state, nodeName) }, ...steps] };
  }
}
