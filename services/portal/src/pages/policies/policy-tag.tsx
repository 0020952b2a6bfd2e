import type { Policy } from '../../api/policies.js';
import { useTexts } from '../../i18n/use-texts.js';

const TONES = { DRAFT: 'plain', PROPOSED: 'warn', PUBLISHED: 'brand', RETIRED: 'plain' };

export function PolicyTag({ policy: { status, inForce } }: { policy: Pick<Policy, 'status' | 'inForce'> }) {
  const { t } = useTexts();
  return inForce ? (
    <span className="tag tag-good">{t('policy.inForce')}</span>
  ) : (
    <span className={`tag tag-${TONES[status]}`}>{t(`policyStatus.${status}`)}</span>
  );
}
