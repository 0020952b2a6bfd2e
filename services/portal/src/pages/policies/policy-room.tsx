import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listPolicies, POLICY_EDITORS, type PolicyKind, type PolicyPage } from '../../api/policies.js';
import { useCan } from '../../app/me.js';
import { Empty } from '../../components/empty.js';
import { More } from '../../components/more.js';
import { Page } from '../../components/page.js';
import { PagesView } from '../../components/pages-view.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { NewDraft } from './new-draft.js';
import { PolicyList } from './policy-list.js';
import { PolicyPanel } from './policy-panel.js';
import '../../styles/policies.css';

interface Props {
  readonly kind: PolicyKind;
  readonly to: PolicyPage;
  readonly version?: string;
}

/** Every version of one kind of policy, and the chosen one beside them: by itself the one in force. */
export function PolicyRoom({ kind, to, version }: Props) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const mayEdit = useCan(POLICY_EDITORS[kind]);
  const [drafting, setDrafting] = useState(false);
  const query = usePages(['policies', kind, 'list'], (cursor) => listPolicies(kind, cursor));
  return (
    <Page
      title={t(`policy.title.${kind}`)}
      lead={t(`policy.lead.${kind}`)}
      aside={mayEdit && <Button onClick={() => setDrafting(true)}>{t('policy.newDraft')}</Button>}
    >
      <PagesView query={query} empty={<Empty title={t('policy.none')} />}>
        {(policies) => {
          const inForce = policies.find((policy) => policy.inForce);
          const chosen = version ?? inForce?.version ?? policies[0]?.version ?? '';
          return (
            <div className="policy-split">
              <div>
                <PolicyList policies={policies} chosen={chosen} to={to} />
                <More query={query} />
              </div>
              <PolicyPanel key={chosen} kind={kind} version={chosen} inForce={inForce?.version} />
              {drafting && (
                <NewDraft
                  kind={kind}
                  versions={policies.map((policy) => policy.version)}
                  basedOn={chosen}
                  onClose={() => setDrafting(false)}
                  onDrafted={(drafted) => void navigate({ to, search: { version: drafted } })}
                />
              )}
            </div>
          );
        }}
      </PagesView>
    </Page>
  );
}
