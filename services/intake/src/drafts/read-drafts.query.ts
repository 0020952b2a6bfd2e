import { Injectable } from '@nestjs/common';
import { draftExpiry, unknownDraft, type DraftOwner } from './draft.js';
import { DraftRepository } from './draft.repository.js';
import type { DraftListView, DraftView } from './drafts.dto.js';

@Injectable()
export class ReadDraftsQuery {
  constructor(private readonly drafts: DraftRepository) {}

  async list(owner: DraftOwner): Promise<DraftListView> {
    const items = await this.drafts.list(owner);
    return { items: items.map((draft) => ({ ...draft, expiresAt: draftExpiry(draft) })) };
  }

  async one(owner: DraftOwner, id: string): Promise<DraftView> {
    const draft = await this.drafts.find(owner, id);
    if (!draft) throw unknownDraft();
    return { ...draft, expiresAt: draftExpiry(draft) };
  }
}
