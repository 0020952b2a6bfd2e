import { Input } from 'antd';
import { Field } from './field.js';
import type { FormFault } from './error-summary.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly fresh?: boolean;
  readonly faults: readonly FormFault[];
  readonly onChange: (value: string) => void;
}

/** A password; `fresh` for one that is being chosen, so that browsers offer to make and keep one. */
export function PasswordField({ id, label, hint, value, fresh = false, faults, onChange }: Props) {
  return (
    <Field id={id} label={label} hint={hint} faults={faults}>
      <Input.Password
        id={id}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        maxLength={128}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
