import { useId } from 'react';
import { useTexts } from '../i18n/use-texts.js';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | undefined) => void;
  /** What it means to choose nothing. */
  readonly all?: string;
}

/** A filter of a list; the browser's own control, which phones show best. */
export function FilterSelect<T extends string>({ label, value, options, onChange, all }: Props<T>) {
  const { t } = useTexts();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value ?? ''}
        onChange={(event) => onChange((event.target.value || undefined) as T | undefined)}
      >
        <option value="">{all ?? t('state.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
