import type { Step, StepKind } from '../requests/request.events.js';

/** What an enterprise's own system can be told. */
export const NEWS_TYPES = [
  'request.filed',
  'request.accepted',
  'request.returned',
  'request.completed',
  'request.cancelled',
  'deliverable.issued',
] as const;
export type NewsType = (typeof NEWS_TYPES)[number];

/** How long an enterprise's system is tried before a delivery is parked. */
export const TELL_FOR_MS = 24 * 3_600_000;

/** Whose request the news is of. */
export interface NewsSubject {
  readonly requestId: string;
  readonly requestNo: string;
  readonly enterpriseUscc: string;
}

export interface News {
  readonly type: NewsType;
  readonly requestId: string;
  readonly enterpriseUscc: string;
  /** JSON as the receiver gets it. */
  readonly body: string;
}

const TYPE_OF: Partial<Record<StepKind, NewsType>> = {
  accepted: 'request.accepted',
  returned: 'request.returned',
  completed: 'request.completed',
  cancelled: 'request.cancelled',
  deliverable: 'deliverable.issued',
};

/** The steps of a request's history that its enterprise's system wants to hear of. */
export const newsOf = (subject: NewsSubject, steps: readonly Step[]): News[] =>
  steps.flatMap(({ kind, at, itemId, detail }) => {
    const type = TYPE_OF[kind];
    return type ? [news(subject, type, at, { ...(itemId && { itemId }), ...detail })] : [];
  });

export const filedNews = (
  subject: NewsSubject,
  at: Date,
  items: readonly { id: string; serviceCode: string }[],
): News =>
  news(subject, 'request.filed', at, { items: items.map(({ id, serviceCode }) => ({ itemId: id, serviceCode })) });

function news({ requestId, requestNo, enterpriseUscc }: NewsSubject, type: NewsType, at: Date, detail: object): News {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data: { requestId, requestNo, ...detail } });
  return { type, requestId, enterpriseUscc, body };
}
