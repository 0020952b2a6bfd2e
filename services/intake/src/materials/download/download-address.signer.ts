import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError, isUuid, type Clock } from '@nqi/kernel';

export const ADDRESS_SECONDS = 300;

/** Makes and checks addresses that open one material for a while, to whoever holds them. */
export class DownloadAddresses {
  constructor(
    private readonly clock: Clock,
    private readonly key: string = randomBytes(32).toString('hex'),
  ) {}

  sign(materialId: string): { token: string; expiresAt: Date } {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + ADDRESS_SECONDS;
    const content = `${materialId}.${expires}`;
    return { token: `${content}.${this.mac(content).toString('base64url')}`, expiresAt: new Date(expires * 1000) };
  }

  /** The material's id. One answer for a forged, a foreign and an expired address. */
  open(token: string): string {
    const [id = '', expires = '', mac = ''] = token.split('.');
    const expected = this.mac(`${id}.${expires}`);
    const given = Buffer.from(mac, 'base64url');
    const good = given.length === expected.length && timingSafeEqual(given, expected);
    if (good && isUuid(id) && Number(expires) * 1000 > this.clock.now().getTime()) return id;
    const text = { zh: '下载地址无效或已过期', en: 'The address is not valid or has expired' };
    throw new DomainError('MATERIAL.ADDRESS', 'not_found', text);
  }

  private mac(content: string): Buffer {
    return createHmac('sha256', this.key).update(`material.${content}`).digest();
  }
}
