import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { IdempotencyKeys } from '../../api/idempotency-keys.js';
import type { Application } from '../../api/institution-lifecycle.js';
import { OWNERSHIPS, type Capability, type Institution } from '../../api/institutions.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { servicesQuery } from '../../app/queries.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { ChoiceInput, ChoicesInput, TextInput } from '../../components/inputs.js';
import { NodeChoice } from '../../components/node-choice.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';
import { applicationOf, missingOf, type ApplicationAnswers, type ApplicationFact } from './application-answers.js';
import { QualificationRows } from './qualification-rows.js';

interface Props {
  readonly initial: ApplicationAnswers;
  /** What is on record of what it offers. */
  readonly known?: readonly Capability[];
  readonly send: (body: Application, idempotencyKey: string) => Promise<Institution>;
}

/** Everything that is asked of a body before it is checked; where it leads is the body's page. */
export function ApplicationForm({ initial, known, send }: Props) {
  const { t, name } = useTexts();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { data: services = [] } = useQuery(servicesQuery);
  const [answers, setAnswers] = useState(initial);
  const keys = useRef(new IdempotencyKeys(() => crypto.randomUUID()));
  const { faults, traceId, show, showError } = useFormFaults(placeIn('application'));
  const domainOf = (code: string) => services.find((service) => service.code === code)?.domain ?? '';
  const save = useMutation({
    mutationFn: () => {
      const body = applicationOf(answers, domainOf, known);
      return send(body, keys.current.keyFor(body));
    },
    onError: showError,
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: ['institutions'] });
      await navigate({ to: '/institutions/$id', params: { id } });
    },
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = missingOf(answers);
    show(missing.map((path) => ({ fieldId: `application.${path}`, text: missingText(path) })));
    if (missing.length === 0) save.mutate();
  };
  const missingText = (path: string): string =>
    t('application.missing', {
      what: path.startsWith('qualifications')
        ? t('application.qualificationParts', { number: Number(path.split('.')[1]) + 1 })
        : path === 'capabilities'
          ? t('application.services')
          : t(path === 'uscc' ? 'request.uscc' : `institution.${path}`),
    });
  const input = (fact: ApplicationFact, label: string) => ({
    id: `application.${fact}`,
    label,
    value: answers.facts[fact],
    faults,
    onChange: (value: string) => setAnswers({ ...answers, facts: { ...answers.facts, [fact]: value } }),
  });
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} traceId={traceId} />
      <TextInput {...input('name', t('institution.name'))} max={200} />
      <TextInput {...input('uscc', t('request.uscc'))} max={18} />
      <div className="field-pair">
        <TextInput {...input('kind', t('institution.kind'))} hint={t('application.kindHint')} max={50} />
        <ChoiceInput
          {...input('ownership', t('institution.ownership'))}
          hint={t('application.ownershipHint')}
          options={OWNERSHIPS.map((value) => ({ value, label: t(`ownership.${value}`) }))}
        />
      </div>
      <TextInput {...input('scope', t('institution.scope'))} rows={2} max={1_000} />
      <div className="field-pair">
        <NodeChoice {...input('homeNodeCode', t('institution.home'))} hint={t('application.homeHint')} optional />
        <NodeChoice
          {...input('coverageNodeCode', t('institution.coverage'))}
          hint={t('application.coverageHint')}
          optional
        />
      </div>
      <ChoicesInput
        id="application.capabilities"
        label={t('application.services')}
        hint={t('application.servicesHint')}
        value={answers.services}
        options={services
          .filter(({ domain }) => TECHNICAL_DOMAINS.some((technical) => technical === domain))
          .map((service) => ({ value: service.code, label: `${service.code} ${name(service.name)}` }))}
        faults={faults}
        onChange={(chosen) => setAnswers({ ...answers, services: chosen })}
      />
      <QualificationRows
        rows={answers.qualifications}
        faults={faults}
        onChange={(qualifications) => setAnswers({ ...answers, qualifications })}
      />
      <Button type="primary" htmlType="submit" size="large" loading={save.isPending}>
        {t('application.submit')}
      </Button>
    </form>
  );
}
