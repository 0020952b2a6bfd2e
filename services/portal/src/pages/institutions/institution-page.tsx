import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listInstitutionHistory, readInstitution, type Institution } from '../../api/institutions.js';
import { useCan } from '../../app/me.js';
import { Facts } from '../../components/facts.js';
import { MemberHistory } from '../../components/member-history.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useNodeName } from '../../components/use-node-name.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CapabilitiesPanel } from './capabilities-panel.js';
import { DesignationsPanel } from './designations-panel.js';
import { InstitutionForm } from './institution-form.js';
import { LifecyclePanel } from './lifecycle-panel.js';
import { QualificationsPanel } from './qualifications-panel.js';

const route = getRouteApi('/institutions/$id');

/** One technical body: what it is allowed and able to do, how the authority and the platform judge it, and its past. */
export function InstitutionPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['institutions', 'one', id], queryFn: () => readInstitution(id) });
  const institution = query.data?.value;
  return (
    <Page
      title={institution?.name ?? t('institution.one')}
      lead={institution && `${institution.id} · ${institution.kind}`}
      back={{ to: '/institutions', text: t('nav.institutions') }}
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => (
          <div className="split split-lead">
            <div className="stack">
              {!value.active && (
                <Notice tone="warn" title={t(`stageOf.${value.stage}`)}>
                  {value.suspendedReason ?? t('lifecycle.noWork')}
                </Notice>
              )}
              <LifecyclePanel institution={value} etag={etag} />
              <QualificationsPanel institution={value} etag={etag} />
              <CapabilitiesPanel institution={value} etag={etag} />
              <DesignationsPanel institution={value} etag={etag} />
              <MemberHistory
                queryKey={['institutions', 'one', id, 'history']}
                read={(cursor) => listInstitutionHistory(id, cursor)}
              />
            </div>
            <aside className="stack">
              <Judgements institution={value} />
              <About institution={value} etag={etag} />
            </aside>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

/** The authority's risk class and the platform's grade are two things, told by two sources. */
function Judgements({ institution }: { institution: Institution }) {
  const { t } = useTexts();
  const { riskClass, riskClassSource, riskClassDate, serviceGrade } = institution;
  return (
    <section className="panel judgements">
      <h2>{t('institution.judgements')}</h2>
      <dl>
        <div>
          <dt>{t('institution.riskClass')}</dt>
          <dd>
            <strong>{riskClass ? t('institution.class', { class: riskClass }) : t('institution.notGiven')}</strong>
            <div className="soft">
              {riskClass ? [riskClassSource, riskClassDate].filter(Boolean).join(' · ') : t('institution.riskHint')}
            </div>
          </dd>
        </div>
        <div>
          <dt>{t('institution.serviceGrade')}</dt>
          <dd>
            <strong>
              {serviceGrade ? t('institution.grade', { grade: serviceGrade }) : t('institution.notGiven')}
            </strong>
            <div className="soft">{t('institution.gradeHint')}</div>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function About({ institution, etag }: { institution: Institution; etag?: string }) {
  const { t, word } = useTexts();
  const nodeName = useNodeName();
  const mayEdit = useCan('network-edit');
  const [editing, setEditing] = useState(false);
  const { stage, homeNodeCode, coverageNodeCode } = institution;
  return (
    <section className="panel">
      <h2>{t('request.facts')}</h2>
      <Facts
        facts={[
          [
            t('request.uscc'),
            <span key="uscc" className="number">
              {institution.uscc}
            </span>,
          ],
          [t('institution.ownership'), word(`ownership.${institution.ownership}`, institution.ownership)],
          [t('institution.scope'), institution.scope],
          [t('institution.home'), homeNodeCode ? nodeName(homeNodeCode) : t('institution.outside')],
          [t('institution.coverage'), coverageNodeCode ? nodeName(coverageNodeCode) : t('institution.everywhere')],
        ]}
      />
      {mayEdit && stage !== 'REMOVED' && (
        <div className="form-foot">
          <Button onClick={() => setEditing(true)}>{t('network.edit')}</Button>
        </div>
      )}
      {editing && <InstitutionForm institution={institution} etag={etag} onClose={() => setEditing(false)} />}
    </section>
  );
}
