import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useCan } from '../../app/me.js';
import type { FormFault } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';
import { usableMaterialsQuery } from './usable-materials.js';
import { UploadForm } from './upload-form.js';

/** As many as the service takes with one item. */
const MOST = 20;

interface Props {
  readonly id: string;
  readonly value: readonly string[];
  readonly faults?: readonly FormFault[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Attaches documents of the own library by reference; what is not there yet can be uploaded on the spot. */
export function MaterialsField({ id, value, faults, onChange }: Props) {
  const { t } = useTexts();
  const own = useCan('materials');
  const [adding, setAdding] = useState(false);
  const { data: materials = [] } = useQuery({ ...usableMaterialsQuery, enabled: own });
  if (!own) return null;
  return (
    <Field id={id} label={t('library.attach')} hint={t('library.attachHint')} optional faults={faults}>
      <div className="attach">
        <Select
          id={id}
          mode="multiple"
          maxCount={MOST}
          value={[...value]}
          placeholder={t('library.choose')}
          notFoundContent={t('library.nothingUsable')}
          showSearch={{ optionFilterProp: 'label' }}
          options={materials.map(({ id: material, title, version }) => ({
            value: material,
            label: `${title} · ${t('material.version', { version })}`,
          }))}
          onChange={(chosen: readonly string[]) => onChange(chosen)}
        />
        <Button onClick={() => setAdding(true)}>{t('library.add')}</Button>
      </div>
      {adding && (
        <UploadForm
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            setAdding(false);
            onChange([...value, added.id]);
          }}
        />
      )}
    </Field>
  );
}
