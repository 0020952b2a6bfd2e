import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { setCapability, type Capability } from '../../api/institutions.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { servicesQuery } from '../../app/queries.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, ChoicesInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly institutionId: string;
  /** The line to change; a new one without. */
  readonly row?: Capability;
  readonly etag?: string;
  readonly onClose: () => void;
}

/** One line of a capability scope: a service, and the categories of products for which it is offered. */
export function CapabilityForm({ institutionId, row, etag, onClose }: Props) {
  const { t, name } = useTexts();
  const { data: services = [] } = useQuery(servicesQuery);
  const [serviceCode, setServiceCode] = useState(row?.serviceCode ?? '');
  const [categories, setCategories] = useState<readonly string[]>(row?.categories ?? []);
  const domain = services.find(({ code }) => code === serviceCode)?.domain ?? row?.domain ?? '';
  const save = useChange(() => setCapability(institutionId, { domain, serviceCode, categories }, etag), {
    touches: [['institutions']],
    onDone: onClose,
  });
  const faults = faultsOf(save.error, 'capability');
  return (
    <ActionModal
      open
      title={row ? `${t('qualification.change')}：${serviceCode}` : t('capability.add')}
      confirm={t('network.save')}
      disabled={!serviceCode}
      mutation={save}
      onClose={onClose}
    >
      {!row && (
        <ChoiceInput
          id="capability.serviceCode"
          label={t('capability.service')}
          value={serviceCode}
          options={services
            .filter((service) => TECHNICAL_DOMAINS.some((technical) => technical === service.domain))
            .map((service) => ({ value: service.code, label: `${service.code} ${name(service.name)}` }))}
          faults={faults}
          onChange={setServiceCode}
        />
      )}
      <ChoicesInput
        id="capability.categories"
        label={t('capability.categories')}
        hint={t('capability.categoriesHint')}
        value={categories}
        faults={faults}
        onChange={setCategories}
      />
    </ActionModal>
  );
}
