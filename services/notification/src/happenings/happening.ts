import type { LocalizedText } from '@nqi/kernel';

/** Whom something concerns. */
export interface Parties {
  /** USCC. */
  readonly enterprise?: string;
  /** Path of the office that holds the ticket, from the province down. */
  readonly office?: string;
  /** Path of the office that held it before. */
  readonly formerOffice?: string;
  /** Registry id. */
  readonly institution?: string;
  /** Registry id of the one that performed the work before. */
  readonly formerInstitution?: string;
  /** Path of the office that is asked for a part of the work. */
  readonly partner?: string;
  /** Path of the office that a rung of the escalation ladder speaks to. */
  readonly told?: string;
  /** USCC of an enterprise that has yet to choose who performs the work. */
  readonly chooser?: string;
  /** Path of the city's hub, when it is to step in. */
  readonly hub?: string;
  /** Who booked: a USCC, an institution's id or an office's path. */
  readonly booker?: string;
}

export type SubjectType =
  'request' | 'ticket' | 'job' | 'referral' | 'booking' | 'resource' | 'institution' | 'voucher';

/** An event of another service, reduced to what people hear of it. */
export interface Happening {
  /** Full name of the event type. */
  readonly type: string;
  readonly eventId: string;
  readonly at: Date;
  readonly parties: Parties;
  /** Ids of what it is about; people look at different sides of the same matter. */
  readonly subjects: { readonly [type in SubjectType]?: string };
  readonly domain?: string;
  /** What the texts may tell, by name. */
  readonly facts: Readonly<Record<string, string | LocalizedText>>;
}

/** `RequestFiled` of `nqi.intake.v1.RequestFiled`. */
export const eventName = (type: string): string => type.slice(type.lastIndexOf('.') + 1);
