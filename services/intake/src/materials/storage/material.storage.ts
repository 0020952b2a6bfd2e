import type { Readable } from 'node:stream';
import { DomainError } from '@nqi/kernel';
import type { SpooledFile } from './upload.spool.js';

/** Where the bytes of materials lie, each under a random key that tells nothing. */
export abstract class MaterialStorage {
  /**
   * Takes a received file over whole or not at all; a key is never written twice. After `unavailable` it may still come
   * to lie there: the store took it and could not say so.
   */
  abstract keep(key: string, file: SpooledFile): Promise<void>;

  /** The bytes from the first on. Throws `unavailable` when they cannot be had. */
  abstract read(key: string): Promise<Readable>;

  /** Success also when nothing lies there. */
  abstract remove(key: string): Promise<void>;
}

/** What people are told of a failing disk or store; anything else stays the bug that it is. */
export function storageFailure(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = String((error as { code?: unknown })?.code ?? error);
  if (['ENOSPC', 'EDQUOT'].includes(code)) {
    const text = { zh: '系统存储空间不足，请稍后再传', en: 'There is no room for files now; please try again later' };
    return new DomainError('MATERIAL.STORAGE_FULL', 'full', text);
  }
  const text = { zh: '文件存储暂时不可用，请稍后重试', en: 'Files cannot be kept or read at the moment' };
  return new DomainError('MATERIAL.STORAGE_AWAY', 'unavailable', text, { code });
}
