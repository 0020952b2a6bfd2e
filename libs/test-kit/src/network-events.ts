import {
  NetworkChangedSchema,
  NetworkMemberKind,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';

export interface OfficeMove {
  /** Path before; its last code is the office's. */
  readonly from: string;
  /** Path of the office above it from now on. */
  readonly under: string;
  readonly at?: Date;
}

/** What routing tells when an office moves; one such event for each office below it, too. */
export function officeMoved({ from, under, at = new Date() }: OfficeMove): EventMessage {
  const code = from.slice(from.lastIndexOf('/') + 1);
  return eventMessage(TOPICS.network, code, NetworkChangedSchema, {
    code,
    kind: NetworkMemberKind.NODE,
    nameZh: `${code} 工作站`,
    nameEn: `Station ${code}`,
    path: `${under}/${code}`,
    previousPath: from,
    active: true,
    changedAt: toTimestamp(at),
  });
}
