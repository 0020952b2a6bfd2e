import { Link } from '@tanstack/react-router';
import type { PolicyPage, PolicyRecord } from '../../api/policies.js';
import { Moment } from '../../components/moment.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PolicyTag } from './policy-tag.js';

interface Props {
  readonly policies: readonly PolicyRecord[];
  readonly chosen: string;
  readonly to: PolicyPage;
}

export function PolicyList({ policies, chosen, to }: Props) {
  const { t, word } = useTexts();
  return (
    <ul className="policy-list" aria-label={t('policy.versions')}>
      {policies.map((policy) => (
        <li key={policy.version} className={policy.version === chosen ? 'policy-chosen' : undefined}>
          <Link
            to={to}
            search={{ version: policy.version }}
            resetScroll={false}
            activeProps={{}}
            aria-current={policy.version === chosen ? 'true' : undefined}
          >
            {policy.version}
          </Link>
          <PolicyTag policy={policy} />
          <div className="soft">
            {timeOf(policy) ?? t('policy.drafted', { by: word(`policyActor.${policy.draftedBy}`, policy.draftedBy) })}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The shipped one is in force from the beginning of time, which nobody wants to read. */
function timeOf({ effectiveFrom }: PolicyRecord) {
  return effectiveFrom && new Date(effectiveFrom).getTime() > 0 ? <Moment at={effectiveFrom} full /> : undefined;
}
