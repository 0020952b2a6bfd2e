import type { Rule } from './rule.js';

/** What is said of a qualification that runs out soon. */
export const QUALIFICATION_RULES: Readonly<Record<string, readonly Rule[]>> = {
  QualificationExpiring: [
    {
      to: 'institution',
      kind: 'qualification-expiring',
      subject: 'institution',
      title: { zh: '资质 {kind} {number} 将于 {validUntil} 到期', en: 'Your {kind} {number} ends on {validUntil}' },
      body: {
        zh: '已进入到期前 {days} 天提醒期，请及时办理延续；到期后不再派单。',
        en: 'Fewer than {days} days are left. Please renew it in time; without it no work is routed to you.',
      },
    },
    {
      to: 'office',
      kind: 'qualification-expiring-near-you',
      subject: 'institution',
      title: { zh: '{institution}的资质将到期', en: 'A qualification of {institution} runs out' },
      body: {
        zh: '{kind} {number} 有效期至 {validUntil}（{days} 天提醒）。',
        en: '{kind} {number} ends on {validUntil} (the reminder of {days} days).',
      },
    },
  ],
};
