import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { findEnterprises } from '../../api/auth.js';
import type { EnterpriseRef } from '../../api/shapes.js';
import type { FormFault } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Draft } from './draft.js';

interface Props {
  readonly value: EnterpriseRef | undefined;
  readonly faults: readonly FormFault[];
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** On whose behalf staff file; the enterprise's place comes along. */
export function EnterpriseField({ value, faults, onChange }: Props) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['enterprises', wanted],
    queryFn: () => findEnterprises(wanted),
    placeholderData: (before) => before,
  });
  const choose = (uscc: string) => {
    const chosen = found.find((enterprise) => enterprise.uscc === uscc);
    if (!chosen) return;
    const { name, regionCode = '', parkCode = '' } = chosen;
    onChange({ enterprise: { uscc, name }, regionCode, parkCode: parkCode === regionCode ? '' : parkCode });
  };
  return (
    <Field id="filing.enterpriseUscc" label={t('filing.enterprise')} hint={t('filing.enterpriseHint')} faults={faults}>
      <Select
        id="filing.enterpriseUscc"
        value={value ? { value: value.uscc, label: `${value.name} · ${value.uscc}` } : undefined}
        labelInValue
        loading={isFetching}
        placeholder={t('filing.enterpriseSearch')}
        notFoundContent={t('filing.enterpriseNone')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={found.map(({ uscc, name }) => ({ value: uscc, label: `${name} · ${uscc}` }))}
        onChange={({ value: uscc }) => choose(uscc)}
      />
    </Field>
  );
}
