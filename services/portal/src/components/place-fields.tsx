import { Select } from 'antd';
import { useTexts } from '../i18n/use-texts.js';
import type { FormFault } from './error-summary.js';
import { Field } from './field.js';
import type { Place } from './places.js';
import { usePlaces } from './use-places.js';

interface Props {
  readonly prefix: string;
  readonly regionCode: string;
  readonly parkCode: string;
  readonly faults: readonly FormFault[];
  readonly onChange: (place: { regionCode: string; parkCode: string }) => void;
}

/** District and, where it has any, park: they decide which workstation serves. */
export function PlaceFields({ prefix, regionCode, parkCode, faults, onChange }: Props) {
  const { t, name } = useTexts();
  const { regions, parks } = usePlaces(regionCode);
  const options = (places: readonly Place[]) => places.map((place) => ({ value: place.code, label: name(place.name) }));
  return (
    <>
      <Field id={`${prefix}.regionCode`} label={t('place.region')} hint={t('place.regionHint')} faults={faults}>
        <Select
          id={`${prefix}.regionCode`}
          value={regionCode || undefined}
          placeholder={t('place.choose')}
          options={options(regions)}
          onChange={(code) => onChange({ regionCode: code, parkCode: '' })}
        />
      </Field>
      {parks.length > 0 && (
        <Field id={`${prefix}.parkCode`} label={t('place.park')} hint={t('place.parkHint')} optional faults={faults}>
          <Select
            id={`${prefix}.parkCode`}
            value={parkCode}
            options={[{ value: '', label: t('place.noPark') }, ...options(parks)]}
            onChange={(code) => onChange({ regionCode, parkCode: code })}
          />
        </Field>
      )}
    </>
  );
}
