import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listPolicies } from '../../api/policies.js';
import { MOST_REQUESTS, startSimulation, type Sample } from '../../api/simulations.js';
import { useCan } from '../../app/me.js';
import { Chips } from '../../components/chips.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, NumberInput, TextInput } from '../../components/inputs.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useCreation } from '../../components/use-change.js';
import { chinaDay, chinaInstant, moveDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SimulationList } from './simulation-list.js';
import '../../styles/policies.css';

const route = getRouteApi('/lab');

const MONTH = 30;
const ENOUGH = 2_000;

/** The policy lab: asks what a rule set would change, before anyone publishes it. */
export function LabPage() {
  const { t } = useTexts();
  const mayStart = useCan('policy-edit');
  return (
    <Page title={t('lab.title')} lead={t('lab.lead')}>
      {mayStart ? <StartForm /> : <Notice>{t('lab.onlyEditors')}</Notice>}
      <SimulationList />
    </Page>
  );
}

function StartForm() {
  const { t } = useTexts();
  const navigate = route.useNavigate();
  const today = chinaDay(new Date());
  const { version = '' } = route.useSearch();
  const { data: policies } = useQuery({
    queryKey: ['policies', 'rules', 'choices'],
    queryFn: () => listPolicies('rules'),
  });
  const [kind, setKind] = useState<'generated' | 'recorded'>('generated');
  const [requests, setRequests] = useState<number | undefined>(ENOUGH);
  const [seed, setSeed] = useState<number | undefined>(1);
  const [from, setFrom] = useState(moveDay(today, -MONTH));
  const [until, setUntil] = useState(moveDay(today, 1));
  const sample = (): Sample =>
    kind === 'generated'
      ? { generated: { requests: requests ?? 0, seed: seed ?? 0 } }
      : {
          recorded: {
            from: chinaInstant(`${from}T00:00`),
            until: chinaInstant(`${until}T00:00`),
            limit: requests ?? 0,
          },
        };
  const start = useCreation(() => ({ ruleSet: version, sample: sample() }), startSimulation, {
    touches: [['simulations']],
    onDone: ({ id }) => void navigate({ to: '/lab/$id', params: { id } }),
  });
  const faults = faultsOf(start.error, 'lab');
  const complete = version !== '' && requests && (kind === 'generated' ? seed !== undefined : from && until);
  return (
    <section className="panel form lab-form">
      {start.error && <ProblemPanel error={start.error} />}
      <ChoiceInput
        id="lab.ruleSet"
        label={t('lab.ruleSet')}
        hint={t('lab.ruleSetHint')}
        value={version}
        options={(policies?.items ?? [])
          .filter(({ status }) => status !== 'RETIRED')
          .map((policy) => ({
            value: policy.version,
            label: `${policy.version}（${t(policy.inForce ? 'policy.inForce' : `policyStatus.${policy.status}`)}）`,
          }))}
        faults={faults}
        onChange={(chosen) => void navigate({ search: { version: chosen }, replace: true })}
      />
      <div>
        <p id="lab-sample">{t('lab.sample')}</p>
        <Chips
          label={t('lab.sample')}
          value={kind}
          options={[
            { value: 'generated', label: t('lab.generated') },
            { value: 'recorded', label: t('lab.recorded') },
          ]}
          onChange={setKind}
        />
        <p className="soft filters-below">{t(`lab.explain.${kind}`)}</p>
      </div>
      {kind === 'recorded' && (
        <>
          <TextInput
            id="lab.sample.recorded.from"
            label={t('overview.from')}
            type="date"
            value={from}
            faults={faults}
            onChange={setFrom}
          />
          <TextInput
            id="lab.sample.recorded.until"
            label={t('lab.until')}
            type="date"
            value={until}
            faults={faults}
            onChange={setUntil}
          />
        </>
      )}
      <NumberInput
        id={kind === 'generated' ? 'lab.sample.generated.requests' : 'lab.sample.recorded.limit'}
        label={t(kind === 'generated' ? 'lab.requests' : 'lab.limit')}
        value={requests}
        min={1}
        max={MOST_REQUESTS}
        faults={faults}
        onChange={setRequests}
      />
      {kind === 'generated' && (
        <NumberInput
          id="lab.sample.generated.seed"
          label={t('lab.seed')}
          hint={t('lab.seedHint')}
          value={seed}
          min={0}
          faults={faults}
          onChange={setSeed}
        />
      )}
      <Button type="primary" disabled={!complete} loading={start.isPending} onClick={() => start.mutate()}>
        {t('lab.start')}
      </Button>
    </section>
  );
}
