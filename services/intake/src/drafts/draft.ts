import { DomainError } from '@nqi/kernel';

export const MOST_DRAFTS = 20;
export const LARGEST_DRAFT_BYTES = 64 * 1024;
const KEPT_MS = 90 * 24 * 3_600_000;

/** Whose a draft is: one person's, within the organisation for which they work. */
export interface DraftOwner {
  readonly organizationId: string;
  readonly userId: string;
}

export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly updatedAt: Date;
}

/** A filing that somebody has begun: whatever they have typed so far, right or wrong. */
export interface Draft extends DraftHead {
  readonly content: Readonly<Record<string, unknown>>;
}

/** A draft that nobody touches is thrown away at this time. */
export const draftExpiry = ({ updatedAt }: DraftHead): Date => new Date(updatedAt.getTime() + KEPT_MS);

/** Drafts last touched before this are thrown away. */
export const expiredBefore = (now: Date): Date => new Date(now.getTime() - KEPT_MS);

export function unknownDraft(): DomainError {
  return new DomainError('DRAFT.UNKNOWN', 'not_found', { zh: '没有此草稿', en: 'No such draft' });
}

export function tooManyDrafts(): DomainError {
  return new DomainError('DRAFT.TOO_MANY', 'conflict', {
    zh: `草稿最多保存 ${MOST_DRAFTS} 份，请先删除不用的`,
    en: `At most ${MOST_DRAFTS} drafts are kept; delete one that is no longer needed`,
  });
}

export function draftTooLarge(): DomainError {
  const text = { zh: '草稿内容过大', en: 'The draft is too large' };
  return new DomainError('DRAFT.TOO_LARGE', 'invalid', text, { mostBytes: LARGEST_DRAFT_BYTES }, '/content');
}
