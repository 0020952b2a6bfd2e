import { Injectable } from '@nestjs/common';
import { newsOf } from '../connections/enterprise-news.js';
import { NewsOutlet } from '../connections/news.outlet.js';
import { KeepDeliverableHandler } from '../materials/keep-deliverable.handler.js';
import type { Deliverable } from '../requests/request-reads.repository.js';
import type { Step } from '../requests/request.events.js';
import { JobProgressRepository } from './job-progress.repository.js';
import { ProgressAnnouncer } from './progress.announcer.js';

/** Keeps what the domains tell of their jobs beside the item. Jobs never move an item: its ticket does. */
@Injectable()
export class FollowJobHandler {
  constructor(
    private readonly progress: JobProgressRepository,
    private readonly news: NewsOutlet,
    private readonly keeping: KeepDeliverableHandler,
    private readonly announcer: ProgressAnnouncer,
  ) {}

  async step(step: Step & { readonly itemId: string }): Promise<void> {
    await this.progress.addStep(step);
  }

  async deliverable(deliverable: Deliverable): Promise<void> {
    const { number, title, conclusion } = deliverable;
    const detail = { number, titleZh: title.zh, titleEn: title.en, conclusion };
    const step: Step = { kind: 'deliverable', at: deliverable.issuedAt, detail };
    const kept = await this.progress.addDeliverable(deliverable, step);
    if (!kept) return;
    await this.news.tell(newsOf(kept, [{ ...step, itemId: deliverable.itemId }]));
    await this.keeping.execute(deliverable, kept.enterpriseUscc);
    this.announcer.changed(kept.requestId, kept.enterpriseUscc, 'deliverable');
  }
}
