import { call } from './http.js';

export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: string;
}

const one = (id: string): string => `/drafts/${encodeURIComponent(id)}`;

export const listDrafts = async (): Promise<readonly DraftHead[]> =>
  (await call<{ items: readonly DraftHead[] }>('/drafts')).items;

export const readDraft = (id: string): Promise<DraftHead & { readonly content: unknown }> => call(one(id));

export const keepDraft = (id: string, title: string, content: unknown): Promise<unknown> =>
  call(one(id), { method: 'PUT', body: { title, content } });

export const removeDraft = (id: string): Promise<unknown> => call(one(id), { method: 'DELETE' });
