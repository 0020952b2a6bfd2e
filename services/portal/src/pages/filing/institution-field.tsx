import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import type { CatalogService } from '../../api/catalog.js';
import { listInstitutionsFor } from '../../api/institutions.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly service: CatalogService;
  readonly value: string | undefined;
  readonly recommended: boolean;
  readonly onChange: (choice: { institutionId?: string; recommendedByPlatform: boolean }) => void;
}

/** Who does the work: a body by name, the platform's recommendation when that is ticked, else a choice from its list later. */
export function InstitutionField({ service, value, recommended, onChange }: Props) {
  const { t } = useTexts();
  const technical = TECHNICAL_DOMAINS.some((domain) => domain === service.domain);
  const { data: institutions } = useQuery({
    queryKey: ['network', 'institutions', service.code],
    queryFn: () => listInstitutionsFor(service.code),
    enabled: technical,
    retry: false,
  });
  if (!institutions?.length) return null;
  const id = `institution.${service.code}`;
  return (
    <div className="institution-field">
      <Field id={id} label={t('filing.institution')} hint={t('filing.institutionHint')} optional>
        <Select
          id={id}
          value={value ?? ''}
          disabled={recommended}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('filing.chooseLater') },
            ...institutions.map((institution) => ({ value: institution.id, label: institution.name })),
          ]}
          onChange={(chosen: string) => onChange({ institutionId: chosen || undefined, recommendedByPlatform: false })}
        />
      </Field>
      <Checkbox
        id={`${id}.recommended`}
        checked={recommended}
        onChange={(event) => onChange({ institutionId: undefined, recommendedByPlatform: event.target.checked })}
      >
        {t('filing.platformChooses')}
      </Checkbox>
    </div>
  );
}
