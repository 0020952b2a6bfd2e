import type { LocalizedText } from '@nqi/kernel';
import type { Parties, SubjectType } from '../happenings/happening.js';

/** Who is told what of an event; `{name}` in a text is one of the event's facts. */
export interface Rule {
  readonly to: keyof Parties;
  /** Stable name, by which clients choose an icon or a filter. */
  readonly kind: string;
  /** What the notification leads to. */
  readonly subject: SubjectType;
  readonly title: LocalizedText;
  readonly body: LocalizedText;
}
