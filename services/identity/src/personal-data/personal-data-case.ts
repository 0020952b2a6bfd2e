import { DomainError } from '@nqi/kernel';

/** An export that nobody fetches is thrown away after this. */
const KEPT_MS = 7 * 24 * 3_600_000;
/** Tokens that are out already, and what they still do, are over after this; only then is looked for what to erase. */
const SETTLES_MS = 16 * 60_000;

/** Somebody wants what the system keeps of them, or wants it gone (PIPL articles 45 and 47). */
export interface PersonalDataCase {
  readonly id: string;
  readonly kind: 'export' | 'erasure';
  readonly userId: string;
  readonly requestedAt: Date;
  /** When the services are asked. */
  readonly dueAt: Date;
  readonly expiresAt?: Date;
  /** All of them have answered. */
  readonly doneAt?: Date;
  readonly downloadedAt?: Date;
  /** Of an erasure: what stands for the user name. */
  readonly pseudonym?: string;
}

export type ExportStatus = 'GATHERING' | 'READY' | 'DOWNLOADED' | 'EXPIRED';
export type ErasureStatus = 'WAITING' | 'ERASING' | 'DONE';

export interface Person {
  readonly userId: string;
  readonly username: string;
  readonly roles: readonly string[];
  /** Other accounts in use that may speak for the enterprise. */
  readonly otherOwners: number;
}

export const openExport = (id: string, userId: string, at: Date): PersonalDataCase => ({
  id,
  kind: 'export',
  userId,
  requestedAt: at,
  dueAt: at,
  expiresAt: new Date(at.getTime() + KEPT_MS),
});

/**
 * Throws `invalid` unless the person types their user name, `conflict` for staff, whose employer must keep who did what,
 * and for the last owner of an enterprise, which would be left without anybody.
 */
export function openErasure(id: string, person: Person, confirm: string, at: Date): PersonalDataCase {
  if (confirm.trim().toLowerCase() !== person.username.toLowerCase()) {
    const text = { zh: '请输入本人用户名以确认注销', en: 'Type your own user name to confirm' };
    throw new DomainError('ERASURE.NOT_CONFIRMED', 'invalid', text, {}, '/confirm');
  }
  if (person.roles.some((role) => !role.startsWith('enterprise_'))) {
    throw new DomainError('ERASURE.STAFF', 'conflict', {
      zh: '工作人员账号由管理员停用，履职记录依法保存，不能自行注销',
      en: 'Accounts of staff are suspended by their administrator; records of their work are kept by law',
    });
  }
  if (person.roles.includes('enterprise_owner') && person.otherOwners === 0) {
    throw new DomainError('ERASURE.LAST_OWNER', 'conflict', {
      zh: '您是企业唯一的管理员，请先邀请他人担任管理员，再注销',
      en: 'You are the enterprise’s only owner; invite another one first',
    });
  }
  const dueAt = new Date(at.getTime() + SETTLES_MS);
  const pseudonym = `erased-${id.replaceAll('-', '').slice(-12)}`;
  return { id, kind: 'erasure', userId: person.userId, requestedAt: at, dueAt, pseudonym };
}

export function exportStatus({ doneAt, downloadedAt, expiresAt }: PersonalDataCase, at: Date): ExportStatus {
  if (downloadedAt) return 'DOWNLOADED';
  if (expiresAt && expiresAt <= at) return 'EXPIRED';
  return doneAt ? 'READY' : 'GATHERING';
}

export function erasureStatus({ doneAt, dueAt }: PersonalDataCase, at: Date): ErasureStatus {
  if (doneAt) return 'DONE';
  return dueAt <= at ? 'ERASING' : 'WAITING';
}

export const noSuchCase = (): DomainError =>
  new DomainError('PERSONAL_DATA.UNKNOWN', 'not_found', { zh: '没有此办理记录', en: 'No such request' });

/** Throws `conflict` for an export that cannot be fetched now, or not any more. */
export function assertReady(one: PersonalDataCase, at: Date): void {
  const status = exportStatus(one, at);
  if (status === 'READY') return;
  const text =
    status === 'GATHERING'
      ? { zh: '数据正在汇集，请稍后下载', en: 'The data is still being gathered' }
      : { zh: '该副本已下载或已过期，请重新申请', en: 'It was downloaded or is too old; ask for a new one' };
  throw new DomainError('PERSONAL_DATA.NOT_READY', 'conflict', text, { status });
}
