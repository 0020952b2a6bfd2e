import { Input } from 'antd';
import type { FormFault } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Applicant } from './draft.js';

interface Props {
  readonly value: Applicant;
  readonly faults: readonly FormFault[];
  readonly onChange: (enterprise: Applicant) => void;
}

/** An enterprise at the counter that has no account yet; when it registers, the request becomes its own. */
export function WalkInFields({ value, faults, onChange }: Props) {
  const { t } = useTexts();
  return (
    <>
      <Field id="filing.enterpriseUscc" label={t('request.uscc')} faults={faults}>
        <Input
          id="filing.enterpriseUscc"
          maxLength={18}
          autoCapitalize="characters"
          value={value.uscc}
          onChange={(event) => onChange({ ...value, uscc: event.target.value.trim().toUpperCase() })}
        />
      </Field>
      <Field id="filing.enterpriseName" label={t('walkIn.name')} hint={t('walkIn.nameHint')} faults={faults}>
        <Input
          id="filing.enterpriseName"
          maxLength={200}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </Field>
    </>
  );
}
