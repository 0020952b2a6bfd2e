import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { CatalogService } from '../../api/catalog.js';
import { listInstitutionsFor } from '../../api/institutions.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly service: CatalogService;
  readonly value: string | undefined;
  readonly onChange: (institutionId: string | undefined) => void;
}

/** The applicant's free choice of who does the work; nothing chosen leaves it to the platform. */
export function InstitutionField({ service, value, onChange }: Props) {
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
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('filing.platformChooses') },
            ...institutions.map((institution) => ({ value: institution.id, label: institution.name })),
          ]}
          onChange={(chosen: string) => onChange(chosen || undefined)}
        />
      </Field>
    </div>
  );
}
