import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { LARGEST_DRAFT_BYTES, draftTooLarge, unknownDraft, type DraftOwner } from './draft.js';
import { DraftRepository } from './draft.repository.js';

export interface KeepDraft {
  readonly owner: DraftOwner;
  readonly id: string;
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number;
}

/** Keeps what somebody has typed so far. Only its size is checked: it need not be right yet. */
@Injectable()
export class KeepDraftHandler {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ content, ...draft }: KeepDraft): Promise<void> {
    const text = JSON.stringify(content);
    if (Buffer.byteLength(text) > LARGEST_DRAFT_BYTES) throw draftTooLarge();
    await this.drafts.save({ ...draft, content: text, at: this.clock.now() });
  }

  async remove(owner: DraftOwner, id: string): Promise<void> {
    if (!(await this.drafts.remove(owner, id))) throw unknownDraft();
  }
}
