import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import {
  POLICY_EDITORS,
  readPolicy,
  savePolicy,
  type Policy,
  type PolicyContent,
  type PolicyKind,
} from '../../api/policies.js';
import { useCan } from '../../app/me.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { QueryView } from '../../components/query-view.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CatalogueEditor } from './catalogue-editor.js';
import { ContentEditor } from './content-editor.js';
import { contentFaults } from './content-faults.js';
import { PolicyDifferences } from './policy-differences.js';
import { PolicySteps } from './policy-steps.js';
import { PolicyTag } from './policy-tag.js';
import { PromiseEditor } from './promise-editor.js';

const EDITORS = { rules: ContentEditor, promises: PromiseEditor, catalogue: CatalogueEditor } satisfies Record<
  PolicyKind,
  unknown
>;

interface Props {
  readonly kind: PolicyKind;
  readonly version: string;
  readonly inForce?: string;
}

/** One version: where it stands on its way, how it differs from the one in force, and what it says. */
export function PolicyPanel({ kind, version, inForce }: Props) {
  const { t } = useTexts();
  const query = useQuery({ queryKey: ['policies', kind, 'one', version], queryFn: () => readPolicy(kind, version) });
  return (
    <div className="stack">
      <QueryView query={query} lines={8}>
        {({ value, etag }) => (
          <>
            <section className="panel">
              <div className="panel-head">
                <h2>{value.version}</h2>
                <PolicyTag policy={value} />
              </div>
              <PolicyFacts policy={value} />
              <PolicySteps kind={kind} policy={value} etag={etag} />
              {kind === 'rules' && value.status !== 'RETIRED' && !value.inForce && (
                <p className="panel-links">
                  <Link to="/lab" search={{ version: value.version }}>
                    {t('policy.try')}
                  </Link>
                </p>
              )}
            </section>
            {inForce && inForce !== version && <PolicyDifferences kind={kind} from={inForce} to={version} />}
            <Content key={etag} kind={kind} policy={value} etag={etag} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function PolicyFacts({ policy }: { policy: Policy }) {
  const { t, word } = useTexts();
  const nameOf = (actor: string) => word(`policyActor.${actor}`, actor);
  const { draftedBy, createdAt, basedOn, proposedBy, approvedBy, effectiveFrom, publishedAt } = policy;
  return (
    <Facts
      facts={[
        [
          t('policy.draftedBy'),
          <>
            {nameOf(draftedBy)} · <Moment at={createdAt} full />
          </>,
        ],
        [t('policy.basedOn'), basedOn],
        [t('policy.proposedBy'), proposedBy && nameOf(proposedBy)],
        [
          t('policy.approvedBy'),
          approvedBy && (
            <>
              {nameOf(approvedBy)}
              {publishedAt && (
                <>
                  {' '}
                  · <Moment at={publishedAt} full />
                </>
              )}
            </>
          ),
        ],
        [
          t('policy.effectiveFrom'),
          effectiveFrom &&
            (new Date(effectiveFrom).getTime() > 0 ? <Moment at={effectiveFrom} full /> : t('policy.fromBeginning')),
        ],
      ]}
    />
  );
}

/** What the policy says; a draft can be changed by those who may. */
function Content({ kind, policy, etag }: { kind: PolicyKind; policy: Policy; etag?: string }) {
  const { t, language } = useTexts();
  const editable = useCan(POLICY_EDITORS[kind]) && policy.status === 'DRAFT';
  const [content, setContent] = useState<PolicyContent>(policy.content);
  const save = useChange(() => savePolicy(kind, policy.version, content, etag), { touches: [['policies', kind]] });
  const Editor = EDITORS[kind];
  const changed = JSON.stringify(content) !== JSON.stringify(policy.content);
  return (
    <section className="panel">
      <h2>{t('policy.content')}</h2>
      {save.error && <ProblemPanel error={save.error} />}
      <Editor
        content={content}
        onChange={editable ? setContent : undefined}
        faults={contentFaults(save.error, language)}
      />
      {editable && (
        <div className="form-foot">
          <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
            {t('policy.save')}
          </Button>
          {changed && <Button onClick={() => setContent(policy.content)}>{t('policy.undo')}</Button>}
          {changed && <Notice tone="warn">{t('policy.unsaved')}</Notice>}
        </div>
      )}
    </section>
  );
}
