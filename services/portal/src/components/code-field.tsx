import { Input } from 'antd';
import { useTexts } from '../i18n/use-texts.js';
import type { FormFault } from './error-summary.js';
import { Field } from './field.js';

interface Props {
  readonly id: string;
  readonly label?: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly value: string;
  readonly faults: readonly FormFault[];
  readonly onChange: (value: string) => void;
}

/** Six digits of an authenticator app, or a recovery code. */
export function CodeField({ id, label, hint, optional, value, faults, onChange }: Props) {
  const { t } = useTexts();
  return (
    <Field id={id} label={label ?? t('credentials.code')} hint={hint} optional={optional} faults={faults}>
      <Input
        id={id}
        autoComplete="one-time-code"
        maxLength={20}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
