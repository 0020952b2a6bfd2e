import { DomainError, type LocalizedText } from '@nqi/kernel';
import type { NewsType } from './enterprise-news.js';

/** How long a secret stays good beside the one that replaced it. */
export const ROTATION_MS = 24 * 3_600_000;
export const MOST_WEBHOOKS = 5;

/** An address of an enterprise's own system. */
export interface Webhook {
  readonly id: string;
  readonly enterpriseUscc: string;
  readonly url: string;
  readonly events: readonly NewsType[];
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Until when messages bear the signature of the secret before, too. */
  readonly previousUntil: Date | null;
  readonly version: number;
}

/**
 * The address, spelled out. Throws `invalid` for one that is not https; plain http may go to the own machine, where
 * that is allowed.
 */
export function webhookUrl(text: string, mayBeLocal: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = mayBeLocal && url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || local))
    throw invalidUrl('WEBHOOK.BAD_URL', { zh: '须为 https 地址', en: 'It must be an https address' });
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    throw invalidUrl('WEBHOOK.BAD_URL', {
      zh: '地址不得含用户名、口令或片段',
      en: 'It must have no user name, password or fragment',
    });
  return url;
}

export const addressRefused = (): DomainError =>
  invalidUrl('WEBHOOK.ADDRESS_REFUSED', {
    zh: '该地址不是公网地址，不能接收通知',
    en: 'This is not a public address and cannot receive anything',
  });

export const addressUnknown = (): DomainError =>
  invalidUrl('WEBHOOK.ADDRESS_UNKNOWN', { zh: '无法解析该域名', en: 'The host name cannot be resolved' });

export const unknownWebhook = (): DomainError =>
  new DomainError('WEBHOOK.UNKNOWN', 'not_found', { zh: '没有此推送地址', en: 'No such webhook' });

export const unknownDelivery = (): DomainError =>
  new DomainError('WEBHOOK.UNKNOWN_DELIVERY', 'not_found', { zh: '没有此推送记录', en: 'No such delivery' });

export const stillWaiting = (): DomainError =>
  new DomainError('WEBHOOK.STILL_WAITING', 'conflict', {
    zh: '该推送仍在等待发送',
    en: 'This delivery still waits to be sent',
  });

export const tooMany = (): DomainError =>
  new DomainError('WEBHOOK.TOO_MANY', 'conflict', {
    zh: `每家企业最多 ${MOST_WEBHOOKS} 个推送地址`,
    en: `An enterprise has at most ${MOST_WEBHOOKS} webhooks`,
  });

export const notConfigured = (): DomainError =>
  new DomainError('WEBHOOK.OFF', 'conflict', {
    zh: '本平台未启用推送服务',
    en: 'Webhooks are not switched on here',
  });

const invalidUrl = (code: string, text: LocalizedText): DomainError =>
  new DomainError(code, 'invalid', text, {}, '/url');
