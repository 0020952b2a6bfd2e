import { DOMAIN_LABELS, DOMAINS, isServiceDomain, isTechnicalDomain, TECHNICAL_DOMAINS } from './service-domain.js';

describe('service domains', () => {
  it('are six, the first four of them technical', () => {
    expect(DOMAINS).toHaveLength(6);
    expect(DOMAINS.slice(0, 4)).toEqual(TECHNICAL_DOMAINS);
    expect(DOMAINS.filter(isTechnicalDomain)).toEqual([...TECHNICAL_DOMAINS]);
  });

  it('each carry a Chinese and an English label of their own', () => {
    const labels = DOMAINS.map((domain) => DOMAIN_LABELS[domain]);

    expect(labels.every(({ zh, en }) => /[\u4e00-\u9fa5]/.test(zh) && /^[A-Za-z ]+$/.test(en))).toBe(true);
    expect(new Set(labels.map(({ zh }) => zh)).size).toBe(6);
  });

  it('are told from other words', () => {
    expect(isServiceDomain('training')).toBe(true);
    expect(isTechnicalDomain('training')).toBe(false);
    expect(isServiceDomain('toString')).toBe(false);
  });
});
