import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.js';
import type { FormFault } from './error-summary.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly faults?: readonly FormFault[];
  readonly children: ReactNode;
}

/** A labelled control with its hint and, in the same words as the summary on top, what is wrong with it. */
export function Field({ id, label, hint, optional = false, faults = [], children }: Props) {
  const { t } = useTexts();
  const own = faults.filter(({ fieldId }) => fieldId === id);
  return (
    <div className={own.length > 0 ? 'field-block field-failed' : 'field-block'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="soft"> {t('form.optional')}</span>}
      </label>
      {hint && <div className="soft field-hint">{hint}</div>}
      {own.map(({ text }) => (
        <div key={text} className="field-fault">
          {text}
        </div>
      ))}
      {children}
    </div>
  );
}
