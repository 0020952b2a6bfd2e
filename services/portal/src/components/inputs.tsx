import { Input, InputNumber, Select } from 'antd';
import { useTexts } from '../i18n/use-texts.js';
import type { FormFault } from './error-summary.js';
import { Field } from './field.js';

interface Common {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly faults?: readonly FormFault[];
}

interface TextProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly max?: number;
  /** More than one line. */
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'datetime-local';
}

/** A labelled text, date or instant. */
export function TextInput({ value, onChange, max = 500, rows, type = 'text', ...field }: TextProps) {
  const { id } = field;
  const common = { id, value, maxLength: max };
  return (
    <Field {...field}>
      {rows ? (
        <Input.TextArea {...common} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input {...common} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface NumberProps extends Common {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

export function NumberInput({ value, onChange, min, max, step, ...field }: NumberProps) {
  return (
    <Field {...field}>
      <InputNumber
        id={field.id}
        value={value ?? null}
        min={min}
        max={max}
        step={step}
        onChange={(entered) => onChange(entered ?? undefined)}
      />
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends Common {
  readonly value: string;
  readonly options: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One of a list; what is optional can be cleared. */
export function ChoiceInput({ value, options, onChange, ...field }: ChoiceProps) {
  const { t } = useTexts();
  return (
    <Field {...field}>
      <Select
        id={field.id}
        value={value || undefined}
        placeholder={t('form.choose')}
        allowClear={field.optional}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
      />
    </Field>
  );
}

interface ChoicesProps extends Common {
  readonly value: readonly string[];
  /** What can be chosen; free words where none are given. */
  readonly options?: readonly Choice[];
  /** Offered among free words. */
  readonly suggestions?: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Any number of a list, or of words typed in; where there is nothing to choose from no list covers what comes below. */
export function ChoicesInput({ value, options, suggestions = [], onChange, ...field }: ChoicesProps) {
  return (
    <Field {...field}>
      <Select
        id={field.id}
        mode={options ? 'multiple' : 'tags'}
        value={[...value]}
        {...(options || suggestions.length > 0 ? {} : { open: false, suffixIcon: null })}
        options={options ? [...options] : suggestions.map((word) => ({ value: word, label: word }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(chosen: readonly string[]) => onChange(chosen)}
      />
    </Field>
  );
}
