import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { listInstitutions } from '../../api/institutions.js';
import { FEE_UNITS, registerResource, RESOURCE_KINDS, type Resource, type ResourceFacts } from '../../api/resources.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { useCan } from '../../app/me.js';
import { servicesQuery } from '../../app/queries.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, ChoicesInput, NumberInput, TextInput } from '../../components/inputs.js';
import { NodeChoice } from '../../components/node-choice.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { EMPTY_RESOURCE, resourceOf, type ResourceAnswers } from './resource-answers.js';

/** Puts a resource on offer: an institution's people their own, an administrator anybody's. */
export function RegisterForm({ onClose }: { readonly onClose: () => void }) {
  const { t, name } = useTexts();
  const navigate = useNavigate();
  const forAnybody = useCan('network-edit');
  const { data: services = [] } = useQuery(servicesQuery);
  const owners = useQuery({
    queryKey: ['institutions', 'owners'],
    queryFn: () => listInstitutions({}),
    enabled: forAnybody,
  });
  const [answers, setAnswers] = useState<ResourceAnswers>({
    ...EMPTY_RESOURCE,
    services: [],
    yuan: undefined,
    slotMinutes: 60,
  });
  const facts = resourceOf(answers);
  const register = useCreation<ResourceFacts, Resource>(() => facts as ResourceFacts, registerResource, {
    touches: [['resources']],
    onDone: ({ id }) => void navigate({ to: '/resources/$id', params: { id } }),
  });
  const faults = faultsOf(register.error, 'resource');
  const text = (field: keyof typeof EMPTY_RESOURCE, label: string) => ({
    id: `resource.${field}`,
    label,
    value: answers[field],
    faults,
    onChange: (value: string) => setAnswers({ ...answers, [field]: value }),
  });
  return (
    <ActionModal
      open
      title={t('resource.register')}
      confirm={t('resource.register')}
      disabled={!facts || (forAnybody && answers.ownerId === '')}
      mutation={register}
      onClose={onClose}
    >
      {forAnybody && (
        <ChoiceInput
          {...text('ownerId', t('resource.owner'))}
          options={(owners.data?.items ?? []).map(({ id, name: called }) => ({ value: id, label: `${called} ${id}` }))}
        />
      )}
      <div className="field-pair">
        <TextInput {...text('no', t('resource.no'))} hint={t('resource.noHint')} max={40} />
        <ChoiceInput
          {...text('kind', t('resource.kind'))}
          options={RESOURCE_KINDS.map((value) => ({ value, label: t(`resourceKind.${value}`) }))}
        />
      </div>
      <div className="field-pair">
        <TextInput {...text('nameZh', t('network.nameZh'))} max={100} />
        <TextInput {...text('nameEn', t('network.nameEn'))} max={200} />
      </div>
      <TextInput {...text('capability', t('resource.capability'))} hint={t('resource.capabilityHint')} max={500} />
      <ChoicesInput
        id="resource.serviceCodes"
        label={t('resource.services')}
        value={answers.services}
        options={services
          .filter(({ domain }) => TECHNICAL_DOMAINS.some((technical) => technical === domain))
          .map((service) => ({ value: service.code, label: `${service.code} ${name(service.name)}` }))}
        faults={faults}
        onChange={(chosen) => setAnswers({ ...answers, services: chosen })}
      />
      <NodeChoice {...text('nodeCode', t('resource.where'))} />
      <TextInput {...text('location', t('resource.location'))} max={200} />
      <TextInput {...text('windows', t('resource.hoursOpen'))} hint={t('resource.windowsHint')} max={100} />
      <div className="field-pair">
        <NumberInput
          id="resource.slotMinutes"
          label={t('resource.slotMinutes')}
          value={answers.slotMinutes}
          min={15}
          max={1_440}
          step={15}
          faults={faults}
          onChange={(slotMinutes) => setAnswers({ ...answers, slotMinutes })}
        />
        <TextInput {...text('calibratedUntil', t('resource.calibratedUntil'))} type="date" optional />
      </div>
      <div className="field-pair">
        <NumberInput
          id="resource.feeFen"
          label={t('resource.yuan')}
          value={answers.yuan}
          min={0}
          step={1}
          faults={faults}
          onChange={(yuan) => setAnswers({ ...answers, yuan })}
        />
        <ChoiceInput
          {...text('feePer', t('resource.per'))}
          options={FEE_UNITS.map((value) => ({ value, label: t(`feeUnit.${value}`) }))}
        />
      </div>
    </ActionModal>
  );
}
