import {
  NetworkChangedSchema,
  NetworkMemberKind,
  QualificationExpiringSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
} from '@nqi/contracts';
import type { EventMessage } from '@nqi/contracts';
import { isServing } from './institution-stage.js';
import type { Institution } from './institution.js';
import type { Reminder } from './reminders.repository.js';
import type { ServiceNode } from './service-node.js';

export function nodeChanged(node: ServiceNode, at: Date, previousPath?: string): EventMessage {
  return eventMessage(TOPICS.network, node.code, NetworkChangedSchema, {
    code: node.code,
    kind: NetworkMemberKind.NODE,
    nameZh: node.name.zh,
    nameEn: node.name.en,
    level: node.level,
    path: node.path,
    regionCode: node.regionCode,
    active: node.active,
    changedAt: toTimestamp(at),
    previousPath: previousPath === node.path ? '' : (previousPath ?? ''),
  });
}

export function institutionChanged(institution: Institution, at: Date): EventMessage {
  return eventMessage(TOPICS.network, institution.id, NetworkChangedSchema, {
    code: institution.id,
    kind: NetworkMemberKind.INSTITUTION,
    nameZh: institution.name,
    regionCode: institution.regionCode ?? '',
    active: isServing(institution.stage),
    changedAt: toTimestamp(at),
  });
}

export function qualificationExpiring(
  { institutionId, kind, number, validUntil, days, firedAt }: Reminder,
  institution: { readonly name: string; readonly path: string | null } | undefined,
): EventMessage {
  return eventMessage(TOPICS.network, institutionId, QualificationExpiringSchema, {
    code: institutionId,
    institutionName: institution?.name ?? institutionId,
    homePath: institution?.path ?? '',
    kind,
    number,
    validUntil,
    days,
    noticedAt: toTimestamp(firedAt),
  });
}
