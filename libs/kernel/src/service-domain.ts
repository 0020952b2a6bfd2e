import type { LocalizedText } from './localized-text.js';

export const DOMAINS = ['metrology', 'standards', 'testing', 'certification', 'consulting', 'training'] as const;
export type ServiceDomain = (typeof DOMAINS)[number];

/** The four domains in which an institution produces a deliverable: certificate, report or declaration. */
export const TECHNICAL_DOMAINS = ['metrology', 'standards', 'testing', 'certification'] as const;
export type TechnicalDomain = (typeof TECHNICAL_DOMAINS)[number];

export const DOMAIN_LABELS: Readonly<Record<ServiceDomain, LocalizedText>> = {
  metrology: { zh: '计量', en: 'Metrology' },
  standards: { zh: '标准', en: 'Standards' },
  testing: { zh: '检验检测', en: 'Inspection and testing' },
  certification: { zh: '认证', en: 'Certification' },
  consulting: { zh: '综合咨询', en: 'Consulting' },
  training: { zh: '培训', en: 'Training' },
};

export function isServiceDomain(text: string): text is ServiceDomain {
  return (DOMAINS as readonly string[]).includes(text);
}

export function isTechnicalDomain(text: string): text is TechnicalDomain {
  return (TECHNICAL_DOMAINS as readonly string[]).includes(text);
}
